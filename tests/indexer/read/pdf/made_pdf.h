// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace nutgraf::test {

/// A line of text on a page; in points, y from the bottom.
struct PdfLine {
  double x = 72;
  double y = 700;
  std::string text;  // ASCII
  double size = 11;
  std::string font = "F";  // B: bold, I: italic
};

/// A PDF of 612 x 792 points with these pages, in Helvetica. `info` is the inside of its dictionary of facts.
inline std::string made_pdf(const std::vector<std::vector<PdfLine>>& pages, const std::string& info = "") {
  std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      "",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
      "<<" + info + ">>",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Oblique/Encoding/WinAnsiEncoding>>"};
  std::string kids;
  for (const std::vector<PdfLine>& lines : pages) {
    std::string stream;
    for (const PdfLine& line : lines) {
      stream += "BT /" + line.font + " " + std::to_string(line.size) + " Tf " + std::to_string(line.x) + " " +
                std::to_string(line.y) + " Td (" + line.text + ") Tj ET\n";
    }
    const std::string page = std::to_string(objects.size() + 1);
    const std::string content = std::to_string(objects.size() + 2);
    kids += page + " 0 R ";
    objects.push_back(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R/B 5 0 R/I 6 0 R>>>>/Contents " +
        content + " 0 R>>");
    objects.push_back("<</Length " + std::to_string(stream.size()) + ">>stream\n" + stream + "endstream");
  }
  objects[1] = "<</Type/Pages/Count " + std::to_string(pages.size()) + "/Kids[" + kids + "]>>";
  std::string pdf = "%PDF-1.4\n";
  std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  return pdf + table + "trailer<</Size " + std::to_string(objects.size() + 1) +
         "/Root 1 0 R/Info 4 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

}  // namespace nutgraf::test
