filedesc://a.arc 0.0.0.0 20140216050221 text/plain 11
1 0 Nobody

http://a.example/1 1.2.3.4 20140216050221 text/html 185
HTTP/1.1 200 OK
Content-Type: text/html

<html lang=en><title>Ferries</title><article><p>Two more boats will run between the island and the mainland this summer.</p></article></html>
