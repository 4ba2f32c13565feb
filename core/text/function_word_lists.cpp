// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/function_word_lists.h"

#include <array>

namespace nutgraf {
namespace {

constexpr auto kLists = std::to_array<FunctionWordList>({
    {"en",
     "a an the this that these those and or but if of to in on at by for from with as into about than then there so "
     "no not i me my we us our you your he him his she her it its they them their who whom whose what which when where "
     "why how is are was were be been being am do does did done has have had having will would can could might "
     "shall should must any some such"},
    {"de",
     "der die das den dem des ein eine einen einem einer eines und oder aber wenn als wie ob dass in im an am auf bei "
     "beim mit von vom zu zum zur aus nach für über um durch unter vor gegen ohne bis ist sind war waren sein wird "
     "werden wurde wurden worden hat haben hatte hatten kann können konnte konnten soll sollte sollten muss müssen "
     "musste ich du er sie es wir ihr mich mir dir ihn ihm ihnen uns euch sich mein dein seine seinen seinem seiner "
     "ihre ihren ihrem ihrer unser man dies diese diesen diesem dieser dieses jene jener was wer wen wem wessen wann "
     "wo "
     "wohin woher worin woran worauf woraus worum wofür wodurch womit wovon wozu wogegen warum wieso weshalb welche "
     "welchen welchem welcher welches nicht kein keine keinen keiner auch noch nur so da dann dort hier"},
    {"fr",
     "le la les l un une des du de d et ou mais si que qu qui quoi dont où quand comment pourquoi combien quel quelle "
     "quels quelles lequel laquelle lesquels lesquelles est sont était étaient être été a ont avait avaient avoir eu "
     "fut furent sera serait peut peuvent doit dans en sur sous par pour avec sans chez entre vers à au aux ce cet "
     "cette "
     "ces c j je tu il elle on nous vous ils elles me m te t se s lui leur leurs son sa ses mon ma mes notre votre ne "
     "n "
     "pas plus y"},
    {"es",
     "el la los las lo un una unos unas de del y e o u pero si que qué quien quién quienes quiénes cual cuál cuales "
     "cuáles cuando cuándo donde dónde como cómo cuanto cuánto cuanta cuánta cuantos cuántos cuantas cuántas cuyo a al "
     "en con por para sin sobre entre hasta desde es son era eran fue fueron ser sido está están estaba estaban ha han "
     "había habían haber hay tiene tienen tenía puede pueden yo tú él ella ello nosotros ellos ellas me te se le les "
     "nos "
     "su sus mi mis tu tus este esta estos estas ese esa esos esas esto eso no"},
    {"pt",
     "o a os as um uma uns umas de do da dos das e ou mas se que quê quem qual quais quando onde como quanto quanta "
     "quantos quantas porque cujo ao à aos às em no na nos nas num numa com por pelo pela pelos pelas para sem sobre "
     "entre até desde é são era eram foi foram ser sido está estão estava estavam há havia ter tem têm tinha pode "
     "podem "
     "eu tu ele ela nós eles elas me te lhe lhes seu sua seus suas meu minha este esta estes estas esse essa esses "
     "essas "
     "isto isso aquele aquela não"},
    {"it",
     "il lo la i gli le l un uno una di del dello della dei degli delle d e ed o ma se che chi cosa quale quali quando "
     "dove come perché quanto quanta quanti quante cui a al allo alla ai agli alle da dal dalla dai dalle in nel nello "
     "nella nei nelle con su sul sulla sui sulle per tra fra senza è sono era erano fu furono essere stato stata stati "
     "ha "
     "hanno aveva avevano avere può possono io tu lui lei noi voi loro mi ti si ci vi ne suo sua suoi sue questo "
     "questa "
     "questi queste quello quella non"},
    {"ca",
     "el la els les l un una uns unes de del dels d i o però si que què qui quin quina quins quines quan on com quant "
     "quanta quants quantes a al als en amb per sense sobre entre fins és són era eren va van ser estat ha han havia "
     "hi "
     "es s se li seu seva seus seves aquest aquesta aquests aquestes no"},
    {"ro",
     "un o unei unui al a ai ale cel cea cei cele și si sau dar dacă că ca să de la în in pe cu din prin pentru fără "
     "despre sub între până după este e sunt era erau fost fi fie a au avut are avea poate pot ce cine cui care pe "
     "căror "
     "cărui cărei când unde cum cât câtă câți câte eu tu el ea noi voi ei ele îl îi le lui lor se își i sa său săi "
     "sale acest această acești aceste acesta aceasta aceștia acestea acel acea nu"},
    {"nl",
     "de het een en of maar als dat die dit deze wie wat welk welke wanneer waar waarom hoe hoeveel waarin waarmee "
     "waarvan in op aan bij met van voor naar uit over door om te tot onder tegen zonder is zijn was waren ben bent "
     "worden wordt werd werden geworden heeft hebben had hadden kan kunnen kon moet ik jij je hij zij ze wij we jullie "
     "hem haar hun ons er niet geen ook"},
    {"sv",
     "en ett den det de dem och eller men om att som vad vem vems vilken vilket vilka när var varför hur i på av till "
     "från med för vid under över genom utan är var vara varit blir blev har hade ha kan kunde ska skulle jag du han "
     "hon "
     "vi ni sin sitt sina hans hennes dess deras denna detta dessa inte"},
    {"da",
     "en et den det de dem og eller men om at som hvad hvem hvis hvilken hvilket hvilke hvornår hvor hvorfor hvordan i "
     "på "
     "af til fra med for ved under over gennem uden er var være været bliver blev har havde have kan kunne skal skulle "
     "jeg du han hun vi sin sit sine hans hendes dets deres denne dette disse ikke"},
    {"no",
     "en et ei den det de dem og eller men om at som hva hvem hvilken hvilket hvilke når hvor hvorfor hvordan i på av "
     "til "
     "fra med for ved under over gjennom uten er var være vært blir ble har hadde ha kan kunne skal skulle jeg du han "
     "hun "
     "vi sin sitt sine hans hennes dets deres denne dette disse ikke"},
    {"fi",
     "ja tai mutta jos että kuin mikä mitä mitkä minkä missä mistä mihin millä miltä mille millainen kuka ketä kenen "
     "kuka "
     "ketkä milloin koska miksi miten kuinka montako monta joka jota jonka jossa josta johon jotka on ovat oli olivat "
     "olla ollut ei eivät se sen sitä siinä ne niiden hän hänen he tämä tämän nämä tuo minä sinä me te"},
    {"hu",
     "a az egy és vagy de ha hogy mint mi mit mik ki kit kik kinek melyik melyek mikor hol hová honnan miért hogyan "
     "hány mennyi milyen mely amely aki ami van vannak volt voltak lesz nem is ez ezt ezek azt azok ő ők"},
    {"pl",
     "i a lub albo ale jeśli że co kto kogo komu czego czym kim jaki jaka jakie jakich jakim jaką który która które "
     "którego której których którym którzy którą kiedy gdzie dlaczego jak ile ilu czy w we na z ze do od o po przy za "
     "przez dla bez pod nad jest są był była było były być został została zostały ma mają miał to ten ta te tego tej "
     "tych tym się on ona ono oni jego jej ich nie"},
    {"cs",
     "a i nebo ale jestli že co kdo koho komu čeho čím kým jaký jaká jaké jakých jakým který která které kterého které "
     "kterých kterým kteří kterou kdy kde proč jak kolik v ve na z ze do od o po při za pro bez pod nad je jsou byl "
     "byla "
     "bylo byli byly být má mají to ten ta ti tento tato toto se si on ona ono oni jeho její jejich ne"},
    {"ru",
     "и а но или если что чего чему чем чём кто кого кому кем ком какой какая какое какие какого каких какому каким "
     "какими какую каком который которая которое которые которого которой которых которым которую котором когда где "
     "куда "
     "откуда почему зачем как каков какова каково каковы сколько чей чья чьё чье чьи ли в во на с со к ко от до из у о "
     "об по при за для без под над между через про это этот эта эти этого этой этих этом этому этим тот та то те того "
     "той тех том так же бы не ни был была было были быть является являются я ты он она оно мы вы они его её ее ему ей "
     "их им ими такой такая такое такие себя свой своя своё свои своего своей своих"},
    {"uk",
     "і й та а але або якщо що чого чому чим хто кого кому ким який яка яке які якого якої яких якому яким якими яку "
     "котрий коли де куди звідки як скільки чий чия чиє чиї чи в у на з із зі до від о об по при за для без під над "
     "між "
     "через про це цей ця ці цього цієї цих той те ті того так ж же б би не ні був була було були бути є я ти він вона "
     "воно ми ви вони його її їх їм свій своя своє свої"},
    {"bg",
     "и а но или ако че какво що кой коя кое кои кого каква какъв какви който която което които кога къде защо как "
     "колко "
     "чий чия ли в във на с със към от до из у за по при без под над между през това този тази тези той тя то те го я "
     "ги "
     "му ѝ им се си е са беше бяха бил била било били бъде да не"},
    {"el",
     "ο η το οι τα τον την του της των τους τις ένας μια μία ένα και ή αλλά αν ότι πως πώς που πού τι ποιος ποια "
     "ποιο ποιοι ποιες ποιον ποιαν ποιου ποιας ποιων ποιους πότε γιατί πόσο πόση πόσα πόσοι πόσες πόσους σε στο "
     "στη στην στον στους στις στα από με για ως κατά μετά προς χωρίς είναι ήταν έχει έχουν είχε είχαν να θα δεν "
     "μη μην αυτό αυτός αυτή αυτά αυτές αυτοί αυτού αυτής αυτών μιας ενός οποίο οποίος οποία οποίοι οποίες"},
    {"tr",
     "ve veya ya da de ama fakat eğer ki ne neye neyi neyin neden nedir neydi nelerdir neler nerede nereden nereye "
     "neresi neresidir niçin niye nasıl nasıldır kim kime kimi kimin kimdir kimdi kimler kaç kaça kaçta kaçı kaçıncı "
     "hangi "
     "hangisi hangileri hangisidir mi mı mu mü midir mıdır bir bu şu o bunu bunun buna bunlar onu onun ona onlar ben "
     "sen "
     "biz siz ile için gibi kadar göre olan olarak oldu olmuştur olduğu var vardır yok değil değildir idi ise çok her "
     "hiç"},
    {"ar",
     "في من إلى الى على عن مع بين بعد قبل منذ حتى خلال عند لدى و أو او ثم أم ام لكن إن ان أن انه أنه إنه أنها انها إذا "
     "اذا لو ما ماذا من متى أين اين كيف كم لماذا لم لن لا بم بما مم مما عم عما فيم فيما هل أي اي أية اية ايه هو هي هم "
     "هما "
     "أنا انا نحن أنت انت هذا هذه هذان هؤلاء ذلك تلك أولئك الذي التي الذين اللذان اللتان اللاتي اللواتي كان كانت كانوا "
     "يكون تكون ليس ليست قد لقد تم يتم به بها فيه فيها منه منها له لها لهم عليه عليها إليه إليها عنه عنها كل بعض غير "
     "التى الذى"},
    {"fa",
     "و یا اما اگر که چه چی کی چرا چگونه چطور کجا کدام چند چقدر آیا در از به با بر برای تا بین بدون را این آن اینها "
     "آنها او وی ما شما من تو است هست هستند بود بودند شد شدند شده می نمی خود هم نه"},
    {"he",
     "של את על אל עם מן בין אחרי לפני עד כי אם או אבל גם לא מה מי מתי איפה היכן איך כיצד למה מדוע כמה איזה איזו אילו "
     "האם "
     "הוא היא הם הן אני אנחנו אתה זה זו זאת אלה אשר היה היתה הייתה היו יש אין כל"},
    {"hi",
     "का के की को में से पर ने और या लेकिन यदि अगर कि जो जिस जिसे जिसके जिसकी जिसका जिसने क्या क्यों कब कहाँ कहां कैसे "
     "कैसा कैसी कौन किस किसे किसने किसके किसकी किसका किन किन्हें कितना कितनी कितने है हैं था थे थी थीं हो होता होती होते "
     "हुआ हुई हुए गया गयी गई गए कर करने करता करते करती किया रहा रही रहे जाता जाती जाते यह ये वह वे इस इसे इसके इसकी "
     "इसका उस उसे उसके उसकी उसका उन उनके उनकी उनका इन इनके एक ही भी तो नहीं न द्वारा लिए साथ तक"},
    {"vi",
     "và hoặc hay nhưng nếu rằng mà là của cho với trong trên dưới ở tại từ đến bằng về vào ra bởi do thì đã đang sẽ "
     "bị "
     "được có không gì nào ai đâu sao khi mấy bao nhiêu thế vì này đó kia ấy các những một cái con người họ nó tôi ông "
     "bà "
     "cũng"},
    {"id",
     "dan atau tetapi jika bahwa yang apa apakah siapa siapakah kapan kapankah mana manakah bagaimana bagaimanakah "
     "mengapa kenapa berapa berapakah di ke dari pada dengan untuk dalam oleh tentang adalah ialah ini itu tersebut "
     "sebuah seorang ada tidak bukan akan telah sudah saya kami kita anda dia ia mereka nya"},
    {"sw",
     "na au lakini kama kwamba nini nani lini wapi vipi jinsi gani kwa nini ngapi ya wa la za cha vya kwa katika "
     "kutoka "
     "hadi ni si huu hii hili haya hizi hiyo hilo yake wake"},
    {"th",
     "อะไร ใคร ที่ไหน ไหน เมื่อไหร่ เมื่อไร เมื่อใด อย่างไร ยังไง ทําไม เหตุใด เท่าไหร่ เท่าไร เท่าใด กี่ ใด ที่ ซึ่ง อัน และ หรือ แต่ "
     "ถ้า ว่า ใน ของ จาก ให้ กับ แก่ แด่ โดย เพื่อ ไป มา เป็น คือ มี อยู่ ได้ ถูก จะ เคย แล้ว ไม่ นี้ นั้น เหล่านี้ เหล่านั้น การ ความ "
     "เขา เธอ มัน พวก ก็ บ้าง"},
    {"zh",
     "的 了 在 是 和 与 或 及 有 为 以 于 从 由 被 把 对 向 到 因 而 之 其 也 都 就 这 那 这个 那个 这些 那些 这种 哪 "
     "哪些 哪个 哪里 哪儿 "
     "哪种 哪一个 谁 什么 什麼 何 何时 何地 何处 何种 何为 如何 怎样 怎么 怎麼 为什么 为何 为 几 多少 多久 多大 多长 "
     "吗 呢 吧 么 我 你 他 她 它 "
     "我们 你们 他们 她们 它们 個 个 一个 一种 不 没有 時候 时候 什么时候"},
    {"ja",
     "の に は を が と で も から まで より へ や か な だ です ます た て し いる ある する なる これ それ あれ この "
     "その あの ここ そこ "
     "何 なに なん 誰 だれ いつ どこ どの どれ どう どのように どのような なぜ いくつ いくら こと もの ため よう ない"},
    {"ko",
     "은 는 이 가 을 를 의 에 에서 에게 와 과 도 로 으로 부터 까지 만 누구 누가 누구의 무엇 무엇을 무엇이 무엇인가 "
     "무엇입니까 무엇인가요 언제 어디 "
     "어디에 어디에서 어디서 왜 어떻게 어떤 어느 몇 얼마나 얼마 그 이것 그것 저 있는 있다 하는 한"},
});

}  // namespace

std::span<const FunctionWordList> function_word_lists() {
  return kLists;
}

}  // namespace nutgraf
