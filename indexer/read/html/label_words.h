// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <string_view>

#include "indexer/read/html/label.h"

/// Words of class and id that say what an element is for.
namespace nutgraf::read::html {

struct WordList {
  Label label;
  std::string_view words;  // separated by spaces; pairs by commas
};

inline constexpr auto kWords = std::to_array<WordList>({
    {Label::Hidden, "hidden hide invisible nodisplay noscreen offscreen printonly screenreader sronly visuallyhidden"},
    {Label::Comments,
     "comentar comentario comentarios comment commentaire commentaires commentarea commentbox commentform "
     "commenti commentlist comments commentsection discussion diskussion disqus forum fyre komentarz "
     "komentarze kommentar kommentare leserbriefe leserkommentare livefyre pingbacks pinglist replies respond "
     "responses trackbacks"},
    {Label::Furniture,
     "roofline toptitle topline overline eyebrow spitzmarke surtitle ad adbox ads adslot adunit adv advert "
     "advertisement "
     "advertisements advertising advertorial adverts "
     "adwrapper anzeige auteur author authorbox authorinfo authors authorship autor autore autoren autorin "
     "avatar backtotop banner banners bio biography bookmark bookmarks breadcrumb breadcrumbs breaking btn "
     "button buttons byline bylines carousel categories category clap claps contributors copyright credit "
     "credits cta dachzeile date dateline datetime datum disclaimer disclosure drucken embed facebook fblike "
     "feedback flag follow following foot footer footers gallery gpt hashtags headerbar infobox inlinead "
     "jumpto kategorie keywords kicker kommentieren legal like likes login logo masthead menu menus merken "
     "meta metabar metadata metainfo modal nav navbar navi navigation newsletter newsletters noprint "
     "notification outbrain overlay pageination pager pagination paging partage partager partages partners "
     "pinterest popular popup postinfo postmeta postnav prevnext print printonly privacy profile "
     "publicite publishdate published rating ratings reactions readmore readtime register schlagwort "
     "schlagworte search secondary shortlink sidebar sidebars sidetrack signin signup skip skiplink "
     "skyscraper slideshow sociable social spotlight sticky stickybar subnav supplementary "
     "survey taboola tabs tag tagcloud tagline taglist tags teilen telegram ticker timestamp toc toolbar "
     "toolbox tools tooltip topbar topics trending twitter utility verwandt viewcount votes warning "
     "weiterlesen werbung whatsapp widget widgets xing yarpp youtube zergnet"},
    {Label::Paid,
     "paywall paywalled subscriber subscribercontent subscriberonly subscribers subscribersonly subscription"},
    {Label::Teaser, "teaser teasers teasertext"},
    {Label::Caption,
     "bildtext bildunterschrift caption captions cutline figcaption imagecaption imgcaption legende "
     "photocaption wpcaption"},
    {Label::Body,
     "articlebody articlebodytext articlecontent articlecopy articlemain articlestory articletext artikelbody "
     "artikelinhalt artikeltext bodycontent bodycopy bodytext contentbody contenttext entrycontent fulltext "
     "maincontenttext newsbody newscontent newstext postbody postcontent posttext storybody storycontent "
     "storycopy storytext textbody theentry"},
    {Label::Entry,
     "article articulo artikel beitrag blog content contentmain entry hentry hnews main maincontent news node "
     "noticia pagecontent post primary single story text texte"},
});

/// Two words in a row.
inline constexpr auto kPairs = std::to_array<WordList>({
    {Label::Hidden, "a11y hidden,is hidden,no screen,off screen,print only,screen reader,sr only,visually hidden"},
    {Label::Furniture,
     "about author,also like,also read,article date,article footer,article info,article meta,auch interessant,"
     "audio player,author bio,author box,author info,author name,back top,buy button,buy now,call action,"
     "cat links,comment count,comment link,comments count,comments link,czytaj rowniez,czytaj tez,"
     "date published,editor picks,editors picks,entry date,entry footer,entry meta,entry utility,event info,"
     "event list,fact file,follow us,google ad,image credit,in brief,inline ad,key facts,latest articles,"
     "latest news,latest posts,lee tambien,left rail,leggi anche,link list,linklist,lire aussi,listing links,"
     "log in,media player,mehr zum,meta data,meta info,more articles,more from,more like,more news,more on,"
     "more stories,most popular,most read,most recent,most shared,most viewed,next post,other articles,"
     "other news,page links,page nav,photo credit,player wrapper,post date,post footer,post info,post meta,post nav,"
     "post navigation,post tags,prev next,previous post,price box,product box,product list,pub date,"
     "publish date,published date,quick links,read also,read more,read next,read time,reading list,"
     "reading time,recent posts,related content,right col,right column,right rail,see also,side bar,"
     "side column,sign in,sign up,social media,story footer,story meta,sub menu,table contents,tag links,"
     "tags links,top stories,trending now,up next,useful links,video player,video playlist,voir aussi,"
     "weitere artikel,wp block-buttons,wp polls,zum thema"},
    {Label::Teaser, "post excerpt"},
    {Label::Body,
     "article body,article content,article copy,article detail,article details,article main,"
     "article paragraphs,article story,article text,article wrap,articulo cuerpo,artikel body,artikel content,"
     "artikel text,artykul tresc,blog content,blog post-content,body content,body copy,body text,"
     "content article,content body,content text,contenu article,corps article,cuerpo noticia,detail content,"
     "entry content,field body,full text,news body,news content,news detail,news text,node body,noticia texto,"
     "page content,paragraph container,post body,post content,post entry,post text,rich text,single content,"
     "story body,story content,story text,td post-content,text content,texte article,texto noticia"},
});

/// How words begin.
inline constexpr auto kBeginnings = std::to_array<WordList>({
    {Label::Furniture,
     "aboutauthor aboutthe addthis addtoany advert alsoread articlefooter articleinfo articlemeta "
     "articleshare articletags articletools authorbio authorbox bookmarkthis breadcrumb consent cookie "
     "crosslink dfp donat entryfooter entrymeta entryutil gdpr googlead jprelated morefrom morenews "
     "morestories mostpopular mostread mostviewed newsletter outbrain postfooter promo pubad readalso "
     "readnext recirc recommend related share sharedaddy sharethis shariff sharing sidebar similar "
     "socialicons sociallinks socialmedia socialshar sponsor subscri syndicat taboola toolbar upnext "
     "verwandte weitereartikel"},
});

}  // namespace nutgraf::read::html
