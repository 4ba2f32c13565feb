// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/text/suffix_tables.h"

namespace nutgraf {
namespace {

constexpr auto kTables = std::to_array<SuffixTable>({
    // clang-format off
    {"bg",
     "",
     {"3 ищата овете ият ове ото то ът 4 та те",
      "2 еве ите ам ие е и 3 вайки нието айки вате ейки ала ало ано аха ета ете или ило ища ище иям ият йки ове "
      "яла яли яни яха ал ат ах аш ем ил ия ят ях яш а о я 4 али ана ани ена ени ено ила ние ния яна ан ен ии им "
      "на ни но ян н",
      "2 ен>н ъл>л ър>р ц>к 3 ер>р й"}},
    {"bn",
     "",
     {"1 ইয়ের>ই ায়>া 2 গুলাকে গুলাতে গুলায় গুলিকে গুলিতে গুলোকে গুলোতে েছিলাম েছিলেন েদেরকে গুলার গুলির গুলোর "
      "চ্ছেন ছিলাম ছিলেন দেরকে খানা খানি গণের গুলা গুলি গুলো চ্ছি চ্ছে ছিলে টাকে টাতে টায় টিকে টিতে েছিল েছেন "
      "েদের ছিল ছেন টার টির তাম তেই তেন দের বেন লাম লেন েছি েছে েতে েরা গণ ছি ছে টা টি তে রা ির>ি ীর>ী ুর>ু ূর>ূ "
      "ের ই ও ে 3 কে",
      "2 ে",
      ""}},
    {"ckb",
     "",
     {"2 ەكانتان ەكانمان ەكانيان ەكانەوە ييەكان ەكاندا ەكانيش ەكەتان ەكەمان ەكەيان انمان انيان ييەكە يەكان ەكانت "
      "ەكانم ەكاني ەكەدا ەكەوە يەكە ێكدا ەكان ەكەت ەكەش ەكەم ەكەي اني يان ێكي ێكە ەكە ان دا يي يە ێك ي ە 3 يەك م "
      "4 تان مان ەوە",
      "2 يي ي ە",
      ""}},
    {"cs",
     "ů>u",
     {"2 aly áni 3 ějších ějšího atech ovala ovali ovaly ujeme atum ejší etem nuli nuto oval ovat ější ají ala "
      "ali alo ama ami ech eho ela eli elo ely emi emu eti iho ila ili ilo ily ovi uji ují ymi ách áme ána áno "
      "áte ého ému ích íme ími íte ých ými ějí ěla ěli ělo ěly ěni al at el em et il it ou um ám ém ím ít ým ěl "
      "ět a e i o u y á é í ý ě 4 ovalo ata ejí uje ány án",
      "2 eb>b ev>v 3 ek>k er>r c>k z>h ř>r",
      ""}},
    {"el",
     "ά>α έ>ε ή>η ί>ι ό>ο ύ>υ ώ>ω ϊ>ι ϋ>υ ΐ>ι ΰ>υ",
     {"2 νοντασ θηκαν ειτε θηκε ουμε χουν εισ ετε ουν ουσ ασ ει εσ οι οσ ου ων α η ο σ ω 3 ζοντασ ηθηκαν ηθουμε "
      "ησουμε ομαστε ουνται ουσαμε ουσατε στηκαν ειται ηθηκε ηθουν ησαμε ησατε ησετε ησουν ξουμε ονται ονταν "
      "ουμαι ουσαν ουσεσ σουμε στηκε στουν χθηκε ωντασ εται ηθει ησαν ησει ησεσ ξαμε ξουν ομαι οταν ουσα ουσε "
      "σαμε σατε σετε σθει σουν στει τηκε χθει αει αμε ανε ατε εωσ ηθω ηκα ησα ησε ησω ξαν σαν σει στε αν αω ησ "
      "ξα ξε ον σε σω ε 4 αινει αινω ξει σεσ χει σα 5 θει στω",
      "3 ατ ε ζ θ ν",
      "2 οτερ ουσ 3 οντ 5 με"}},
    {"et",
     "",
     {"2 desse ksime tesse vadki akse dest sime teks alt egi ile tki de it ks n 3 idega idest itega itest ksite "
      "nudki stega stele stest takse adel dega idel ksid ksin sega seid seks sele sena sest sete stel stes tega "
      "test tide aga agi ale ast bki des dis dud ega eid eks ele elt ena est ide iga iks ilt ite nud sed sel ses "
      "set sid sin ski sse ste tel tes tud ult vad ad as da ed el id il ne se st te ti a b e i s t 4 mata tele "
      "ina mas nas al ga ge is ma me ni si 5 isse ule ku na ul",
      "2 da>t 3 er>r a d e g>k p>b",
      "3 kk 5 gu ku k n s"}},
    {"fa",
     "",
     {"2 ترينها هايتان هايشان هايمان ترين هايش هايم هايي شان هاي ها ي 3 يان تر 4 تان مان گان ات ان ند يد يم م",
      "",
      ""}},
    {"gl",
     "",
     {"2 uídos adas ados ando iron ida ir ns ou n s 3 uíndo uíron aban amos aron arán aría asen emos endo eron "
      "erán eñen idas idos indo irán iría uída aba ada ado ará ase dos erá ido irá tos uíu an ar as do ei en er "
      "es eu is iu os to én a e o 4 imos uirá uír ían úen úa úe l 5 iren ise",
      "2 ir>er 3 ar c>qu z",
      "4 er 5 qu"}},
    {"lv",
     "",
     {"2 sties ījies sies ošo ošā usī am 3 damies ajiem āmies īsies ajai ajam ajos ajām jusi juši siet ījās ļiem "
      "ais ajā iem ies iet jis jot jām lim lis sim usi āku īja īju īts ļus šot ai as ei es ie ij im is lī os ts "
      "us ām ās ēm ēs īm ļa ļi ļu a e i o s t u ā š 4 oties amā āka si 5 jos li ti",
      "2 em>ēm uš āk īt c>k ī ņ>n š ž>dē 3 dz>g j t",
      "2 dam tām to o ē 3 ev gā t 4 am ek g 5 l ā"}},
    {"pl",
     "ó>o",
     {"2 ieni ali iał 3 niejszy owanej owaniu anego anych eniem ienia ienie onego onych owali owana owani owano "
      "owany owało owały ącego ących acie anej anym enia eniu iach iami iała icie iego ieli iemu iemy iona ione "
      "iony onej onym owie ącej ącym ach ami amy ane ani ano ała ało ego emu emy eni ich iej iem ieć imi imy isz "
      "iła iło iły ona one ono owi ych yli ymi ysz yła yło yły ąca ące ący am ać ał ej em eć ia ie ii ią ić ię ił "
      "om ow ym yć ył a e i o u y ą ę 4 owanych owania owanie aniem owane owała ania anie aniu enie ować ował ają "
      "ana any asz ały eli ili iom ony im",
      "2 ek>k eł>ł śc>st ń>n 3 dz>g er>r rz>r c>k i j",
      ""}},
    {"sr",
     "",
     {"3 ev ic>ik ih im iz>ig ov",
      "",
      ""}},
    {"uk",
     "' ґ>г ї>і є>е",
     {"2 ала али ало ати емо ете ити ить ючи яти іла ав е 3 ований ованих авася ована оване овані увало аемо ають "
      "іший ами ано ать ачи вши ено ила или ило ими имо ого ому уть учи яла яли яло ями ять ячи іли іло іми іти "
      "іша ае ам ах ая ей ем ею ив ий им их ом ою оі сь ся ям ях яя ів ій ім іх а и й о у ь ю я і",
      "2 ел>л ок>к з>г ц>к ь 3 ен>н в",
      ""}},
    // clang-format on
});

}  // namespace

std::span<const SuffixTable> suffix_tables() {
  return kTables;
}

}  // namespace nutgraf
