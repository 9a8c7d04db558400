"""Names as people have them, in thirty writing systems; nobody is meant.

Each is a common given name put together with a common family name of the same
script, in the order in which they are said there, by arithmetic alone: so they
are shaped like real ones, and the same on every run.
"""

import unicodedata
from collections.abc import Iterator

_TAKEN = 60
"""Of each row."""

ROWS: tuple[tuple[str, str, str, str], ...] = (
    (
        "Latn",
        "en",
        "James|Olivia|Mary-Jane|J. R.|William T.|Chloë|D’Arcy|Sinéad|Ffion|X",
        "Smith|O’Brien|Mc Donald|St. John|Fitzwilliam-Hughes|Ó Súilleabháin|Llywelyn|Wood Jr.|Li",
    ),
    (
        "Latn",
        "de",
        "Jürgen|Käthe|Hans-Günther|Zoë|Maximilian|Änne|Übeyd|Matthäus",
        "Müller|Groß|von der Heydte|Süßmayr|Weiß-Böhm|Schröder|zu Löwenstein|Äppelmann",
    ),
    (
        "Latn",
        "fr",
        "François|Hélène|Anaïs|Jean-Noël|Gaëlle|Œdipe|Aÿmeric|Éloïse",
        "Lefèvre|d’Étampes|de la Bâtie|Müntzer|Çelibert|Île-Ferré|Le Guÿ|Cœurdacier",
    ),
    (
        "Latn",
        "es",
        "José|María de los Ángeles|Íñigo|Núria|Begoña|Martí|Agüeda|Ñuflo",
        "Núñez|García y Muñoz|Ibáñez de Íbero|Güell|Peñalver|Àlvar·lès|Col·lell|Martínez",
    ),
    (
        "Latn",
        "pt",
        "João|Conceição|Inês|Antônio|Luísa|Zoé|Guimarães|Mônica",
        "Gonçalves|dos Santos Simões|Araújo|Mourão|Assunção|Brandão|Lourenço|da Conceição",
    ),
    (
        "Latn",
        "is",
        "Þórður|Sigríður|Æsa|Ölvir|Björk|Ýmir|Élín|Ásdís",
        "Guðmundsdóttir|Þorsteinsson|Jónsdóttir|Ægisson|Øverland|Ångström|Sjöström|Kjærgård",
    ),
    (
        "Latn",
        "pl",
        "Łukasz|Małgorzata|Święto|Bożena|Józef|Ćwiek|Żaneta|Wojciech",
        "Brzęczyszczykiewicz|Źdźbło|Wiśniewski|Dąbrowska|Łoś|Kołłątaj|Ślęzak|Zając",
    ),
    (
        "Latn",
        "cs",
        "Řehoř|Žofie|Ľubomír|Šárka|Ťapák|Věra|Jiří|Ďuro",
        "Dvořák|Černý|Hřebíček|Ňaršanská|Kůrková|Štěpánek|Žižka|Ŕuda",
    ),
    (
        "Latn",
        "hu",
        "Győző|Bűvös|Ágnes|Ödön|Éva|Őrs|Zsófia|Íris",
        "Szűcs|Kőszegi|Nagy-Tóth|Gyöngyösi|Fülöp|Őrsi|Dürer|Çelebi",
    ),
    (
        "Latn",
        "tr",
        "İbrahim|Işıl|Çağrı|Gülşen|Ömer|Şükrü|Ayşe|Tuğba",
        "Yıldırım|Güneş|Iğdır|İnanç|Öztürk|Çiftçi|Şahin|Kılıçoğlu",
    ),
    (
        "Latn",
        "ro",
        "Ștefan|Țuțu|Ioana|Cătălin|Mărioara|Sânziana|Dănuț|Florența",
        "Brâncuși|Ționescu|Păunescu|Vlăduț|Ștefănescu|Rădulescu|Ceaușu|Mîndruță",
    ),
    (
        "Latn",
        "lt",
        "Žydrūnė|Ąžuolas|Šarūnas|Ģirts|Ķekava|Ņina|Ēriks|Jānis",
        "Kazlauskienė|Bērziņš|Ļaudams|Žemaitė|Čiurlionis|Vīķe|Šķēle|Įdomus",
    ),
    (
        "Latn",
        "vi",
        "Nguyễn Thị|Trần Đức|Lê Hữu|Phạm Ngọc|Đặng Quỳnh|Võ Ánh|Bùi Xuân|Hồ Ỷ",
        "Ổn Định|Phượng|Tuyết Nhung|Hằng|Ẩn|Dũng|Thuỳ Dương|Ưng Ễnh",
    ),
    (
        "Latn",
        "yo",
        "Ọláńrewájú|Ṣọlá|Ẹ̀bùn|Ńkechí|Ọ̀rẹ́|Chịnwe|Ɗanladi|Àyọ̀bámi",
        "Adékúnlé|Ọbásanjọ́|Ṣóyínká|Ẹ̀gbẹ́|Ƙaura|Nwọ̀kẹ́|Ifẹ̀|Ǹjíkú",
    ),
    (
        "Latn",
        "sa",
        "Śrī Kṛṣṇa|Āryabhaṭa|ʿAbd al-Ḥamīd|Ṭāriq|Ḍuḥā|Kālidāsa|Muḥammad|Ẓāhir",
        "Ācārya|Bhaṭṭāraka|al-Ḫwārizmī|Ibn Rušd|Vidyāraṇya|Ḡazālī|Nāgārjuna|aṣ-Ṣabbāḥ",
    ),
    (
        "Grek",
        "el",
        "Γιώργος|Ελένη|Άγγελος|Ιωάννης|Ευφροσύνη|Ἀριστείδης|Μαΐρη|Ὑπατία",
        "Παπαδόπουλος|Καραγιάννη|Ξυδάκης|Μαυροϊδής|Ψαρρού|Θεοδωρόπουλος|Ζαΐμης|Οὐράνης",
    ),
    (
        "Cyrl",
        "ru",
        "Иван|Наталья|Фёдор Михайлович|Юлия|Щек|Эльвира|Пётр|Объедков Й.",
        "Кузнецов|Долговский-Щукин|Цветаева|Ёлкина|Подъячев|Хрущёв|Жжёнов|Преображенская",
    ),
    (
        "Cyrl",
        "uk",
        "Їжак|Ґалина|Володимир|Є́лена|Љубица|Ђорђе|Ўладзімір|Қазбек",
        "Шевченко|Ґонта|Їжакевич|Његош|Ћосић|Ѓорѓиев|Өмүрбек|Әуезов",
    ),
    (
        "Armn",
        "hy",
        "Գևորգ|Աննա|Հայկ|Մարիամ|Տիգրան|Շուշանիկ|Ռուբեն|Օվսաննա",
        "Պետրոսյան|Հակոբյան|Սարգսյան|Ղազարյան|Տեր-Պողոսյան|Ճաղարյան|Խաչատրյան|Ֆրանգյան",
    ),
    (
        "Geor",
        "ka",
        "გიორგი|ნინო|ქეთევან|ვახტანგ|თამარ|ჯუმბერ|ღვთისო|ჭაბუკა",
        "ბერიძე|კაპანაძე|გელაშვილი|წერეთელი|ჭავჭავაძე|ყიფიანი|ხიზანიშვილი|ჩიქოვანი",
    ),
    (
        "Hebr",
        "he",
        "יוסף|נועה|אברהם|רחל|שלמה|יעל|צבי|מִרְיָם",
        "כהן|לוי|בן־דוד|מזרחי|פרץ|אוחיון|רוזנצוויג|שְׁלֹמֹה",
    ),
    (
        "Arab",
        "ar",
        "محمد|فاطمة|عبد الرحمن|خديجة|أحمد|لؤي|هالة|مُحَمَّد",
        "العلي|الأنصاري|بن سعيد|القحطاني|الإدريسي|آل ثاني|الملا|الرَّشِيد",
    ),
    (
        "Arab",
        "fa",
        "گلناز|پژمان|چنگیز|ژاله|کیان|مهسا|یاسمین|امیرحسین",
        "پوراحمدی|قاسم‌زاده|گیلانی|چمران|ژیان‌پور|کرمی|رضایی|محمدی",
    ),
    (
        "Arab",
        "ur",
        "محمد علی|عائشہ|ٹیپو|ڈاکٹر رضیہ|گُل|نورین|ظہیر|پروین",
        "خان|صدیقی|چوہدری|بھٹو|قریشی|شیخ|مہر|راجپوت",
    ),
    (
        "Thaa",
        "dv",
        "މުހައްމަދު|އައިޝަތު|އިބްރާހީމް|ފާތިމަތު|އަލީ|ހައްވާ|ޔޫސުފް|ޒުލައިޚާ",
        "ރަޝީދު|މަނިކު|ޝަރީފު|ނަސީރު|ދީދީ|ކަލޭފާނު|ވަހީދު|ގަޔޫމް",
    ),
    (
        "Deva",
        "hi",
        "राजेश|प्रिया|श्रीकृष्ण|लक्ष्मी|ऋत्विक|ज्ञानेश्वर|कृत्तिका|हृदयनाथ",
        "शर्मा|कुमार सिंह|द्विवेदी|त्रिपाठी|मिश्र|चट्टोपाध्याय|राष्ट्रपाल|श्रीवास्तव",
    ),
    (
        "Deva",
        "mr",
        "सचिन|ज्ञानदा|दत्तात्रेय|पुरुषोत्तम|अनिरुद्ध|ऐश्वर्या|ऱ्हास|मृणाल",
        "कुलकर्णी|देशपांडे|गोऱ्हे|क्षीरसागर|जोशी|पाटील|टिळक|फडणवीस",
    ),
    (
        "Beng",
        "bn",
        "রবীন্দ্রনাথ|শ্রীময়ী|অমিত|জ্যোতি|কৃষ্ণেন্দু|ঋত্বিক|স্বপ্না|উৎপল",
        "ঘোষ|চট্টোপাধ্যায়|বন্দ্যোপাধ্যায়|সেন|রহমান|দত্ত|ভট্টাচার্য্য|মিত্র",
    ),
    (
        "Guru",
        "pa",
        "ਗੁਰਪ੍ਰੀਤ|ਹਰਜਿੰਦਰ|ਸਿਮਰਨ|ਮਨਪ੍ਰੀਤ|ਜਸਵੰਤ|ਅੰਮ੍ਰਿਤਾ|ਬਲਵਿੰਦਰ|ਕਿਰਨ",
        "ਸਿੰਘ|ਕੌਰ|ਢਿੱਲੋਂ|ਗਰੇਵਾਲ|ਸ਼ਰਮਾ|ਭੁੱਲਰ|ਚੱਢਾ|ਸਿੱਧੂ",
    ),
    (
        "Gujr",
        "gu",
        "નરેન્દ્ર|પ્રિયંકા|શ્રીકાંત|જ્યોતિ|કૃષ્ણા|હાર્દિક|ઉર્વશી|ભૂપેન્દ્ર",
        "પટેલ|શાહ|ત્રિવેદી|મહેતા|વ્યાસ|દ્વારકાવાલા|ઠક્કર|બ્રહ્મભટ્ટ",
    ),
    (
        "Orya",
        "or",
        "ବିଜୟ|ପ୍ରିୟଙ୍କା|ଶ୍ରୀକାନ୍ତ|ଜ୍ୟୋତି|କୃଷ୍ଣଚନ୍ଦ୍ର|ସୁଭଦ୍ରା|ନବୀନ|ଲକ୍ଷ୍ମୀ",
        "ପଟ୍ଟନାୟକ|ମହାପାତ୍ର|ଦାସ|ତ୍ରିପାଠୀ|ମିଶ୍ର|ସାହୁ|ପଣ୍ଡା|ବେହେରା",
    ),
    (
        "Taml",
        "ta",
        "முருகன்|லட்சுமி|ஸ்ரீநிவாசன்|கார்த்திக்|தமிழ்ச்செல்வி|ஜெயலட்சுமி|கௌதம்|ஹரிஷ்",
        "கிருஷ்ணமூர்த்தி|சுப்பிரமணியன்|ராமசாமி|அண்ணாதுரை|பாரதி|ஐயர்|ஔவையார்|க்ஷத்ரியன்",
    ),
    (
        "Telu",
        "te",
        "వెంకటేశ్వర|లక్ష్మి|శ్రీనివాస్|కృష్ణవేణి|రామ్మోహన్|జ్యోత్స్న|స్త్రీరత్న|పద్మ",
        "రావు|రెడ్డి|నాయుడు|శాస్త్రి|కొండపల్లి|చౌదరి|బ్రహ్మానందం|త్రిపురనేని",
    ),
    (
        "Knda",
        "kn",
        "ಮಂಜುನಾಥ|ಲಕ್ಷ್ಮೀ|ಶ್ರೀಕೃಷ್ಣ|ಕಾವ್ಯಾ|ಬಸವರಾಜ|ಜ್ಯೋತಿ|ಪುಟ್ಟಣ್ಣ|ಅಕ್ಕಮಹಾದೇವಿ",
        "ಗೌಡ|ಶೆಟ್ಟಿ|ಕುವೆಂಪು|ಬೇಂದ್ರೆ|ಹೆಗ್ಡೆ|ಸ್ವಾಮಿ|ಶಾಸ್ತ್ರಿ|ಕ್ಷೀರಸಾಗರ",
    ),
    (
        "Mlym",
        "ml",
        "ഉണ്ണികൃഷ്ണൻ|ലക്ഷ്മി|ശ്രീധരൻ|അമ്മിണി|രാധാകൃഷ്ണൻ|ജ്യോതി|വൈക്കം|ത്രേസ്യ",
        "നായർ|മേനോൻ|നമ്പൂതിരി|പിള്ള|കുഞ്ഞുമുഹമ്മദ്|വാര്യർ|ചങ്ങമ്പുഴ|ഇടശ്ശേരി",
    ),
    (
        "Sinh",
        "si",
        "ශ්‍රියානි|නිමල්|කුමාර|චන්ද්‍රිකා|ප්‍රසන්න|මහින්ද|සුනේත්‍රා|අනුර",
        "පෙරේරා|සිල්වා|ජයසූරිය|බණ්ඩාරනායක|වික්‍රමසිංහ|රත්නායක|ද අල්විස්|ගුණවර්ධන",
    ),
    (
        "Thai",
        "th",
        "สมชาย|น้ำฝน|กัญญารัตน์|ณัฐวุฒิ|ปิ่นแก้ว|ฐิติกร|อภิสิทธิ์|เพ็ญศรี",
        "ใจดี|ชื่นบาน|ศรีสุวรรณ|ทองคำ|วงศ์ไพบูลย์|รัตนโกสินทร์|ณ อยุธยา|สุขุมวิทย์",
    ),
    (
        "Laoo",
        "lo",
        "ສົມພອນ|ບຸນມີ|ນ້ຳຝົນ|ແສງດາວ|ຄຳແພງ|ວັນນາ|ພູວົງ|ສຸກສະຫວັນ",
        "ວົງສາ|ໄຊຍະວົງ|ພົມມະຈັນ|ອິນທະວົງ|ສີສຸພັນ|ແກ້ວມະນີ|ຈັນທະລາ|ສຸວັນນະພູມ",
    ),
    (
        "Khmr",
        "km",
        "សុភា|វណ្ណា|ស្រីមុំ|ពិសិដ្ឋ|ចន្ទ្រា|បុប្ផា|ខ្ញុំ|ម៉ាលីស",
        "ហ៊ុន|សុខ|គឹម|ឈួន|ស៊ិន|នួន|ព្រហ្ម|កែវ",
    ),
    (
        "Mymr",
        "my",
        "အောင်|မြင့်မြင့်|ကျော်|သန္တာ|ဇော်|ခင်|ဥက္ကာ|ဖြူဖြူ",
        "စန်းကြည်|မောင်မောင်|ထွန်း|ဝင်း|လှိုင်|သိန်းစိန်|ကျွန်း|ဥတ္တမ",
    ),
    (
        "Ethi",
        "am",
        "አበበ|ትዕግሥት|ገብረ ሕይወት|ሰላም|ኃይለ|ዮሐንስ|ጽጌረዳ|ቴዎድሮስ",
        "በቀለ|ኃይሌ|ተስፋዬ|ወልደ ማርያም|ዘውዴ|ጸጋዬ|ፍቅሬ|ቍጥር",
    ),
    (
        "Hang",
        "ko",
        "김|이|박|최|남궁|황보|제갈|뷁",
        "민준|서연|하늘|지우|찬|뿌리나라|혜원|솔",
    ),
)


_CHINESE = (
    ("zh-Hans", "王|李|张|欧阳|赵|诸葛|刘|陈|吕|龚", "伟|小明|婷婷|建国|思|雨桐|鑫|骏|丽华|翀"),
    ("zh-Hant", "王|李|張|歐陽|趙|諸葛|劉|陳|呂|龔", "偉|小明|婷婷|建國|思|雨桐|鑫|駿|麗華|翀"),
)
_JAPANESE = (
    (
        "佐藤|髙橋|渡邊|齋藤|長谷川|五十嵐|小鳥遊|林|森|勅使河原",
        "花子|太郎|翔|美咲|龍之介|さくら|凛|直",
    ),
    ("さとう|たかはし|わたなべ|きのした", "はなこ|じゅんいち|きょうこ|りゅう"),
    ("サトウ|ヴァン・デル・ベルク|マイヤー|チェン", "アンナ|ジョゼフ|フョードル|エリー"),
)
_MIXED = (
    "王小明 (Xiaoming Wang)|Priya प्रिया Sharma|Łukasz Ζωή Иванов|김 Minjun|佐藤 Hanako|Wei 李",
    "Anna Мария Φως|Somchai สมชาย|R2-D2 Test|Nguyễn 阮 Ngọc|∀lice|Tomás ★ Silva|C. 3. P. O.",
    "张三·Smith|नेहा (Neha) Gupta|Ana № 7|Ελένη/Helen|Ivan Иван-Petrović|李 明|김 솔|林 森",
)
_RARE = (
    ("Latn", "haw", "Kaʻiulani Kealiʻiahonui|Sālote ʻAlekisanita|Oʻtkir Gʻaniyev|Faʻafetai Sā"),
    ("Latn", "vi", "Đặng Ẩn Ẵng Ỗng Ữu|Ờ Ở Ỡ Ợ Ẳ Ẫ Ậ|Trịnh Ễnh Ượng|Nguyễn Thị Hằng Ngữ"),
    (
        "Latn",
        "yo",
        "Ọláńrewájú Ẹ̀kẹ́gbẹ́|Àṣẹ Ọ̀ṣun Ẹ́|Ụ̀zọ́ Ṅwáńyị̄|Ǹkɔ́ Ŋgɔ̂|Ɓuuɓa Ɗooyi Ƴero|Ƙofar Ƴan’uwa",
    ),
    (
        "Latn",
        "en",
        "ˈkæθɹɪn ʃmɪt|ɡɔːdən ˈbɹaʊn|ŋ̊ǃʼɛ̃ ɬʷ ʔɑˤ|Tʼáá Íiyisíí Bįįh|Tȟašúŋke Witkó|Tiuⁿ Chhòng-bêng",
    ),
    ("Latn", "tr", "İbrahim Iğdır|Əliağa Şıxlı|Ġużeppi Ħaż-Żgħir|Ŵŷn Ŷr Ẃ|ẞtraẞe GROẞ|Lǚ Nǚ Lǜ"),
    (
        "Latn",
        "en",
        "X Æ A-12|Anne‑Marie Non‑Breaking|D'Angelo d'Arcy|100% “Quoted” ‘Name’ …|bell hooks|I",
    ),
    ("Grek", "el", "Ἀχιλλεὺς Ὀδυσσεύς|ᾬδή Ῥόδος ᾳ ᾷ|Ελπίδα-Μαρία"),
    ("Cyrl", "kk", "Әлия Қыздарбекқызы Ұлы|Ҡаһарман Ҙур|Ҧшьба Ӡҧа|Ѓорѓи Ќ|Ѳеодоръ Ѣ|Ꙗрополкъ"),
    ("Hebr", "he", "יִצְחָק בֶּן־צְבִי|רִבְקָה|ג׳ורג׳ וושינגטון|ייִדיש שלמה־זלמן|װאָלף ײַזיק"),
    ("Arab", "ar", "محـــمد العلـي|ٱلرَّحْمَٰنُ|لَا إِلَٰهَ|إبراهيم ؟"),
    (
        "Arab",
        "fa",
        "می\u200cخواهم کتاب\u200cها|ژاله گوهر چپی|ڈاکٹر ٹھہراؤ ڑ ے|ښاغلی ځوان ډېر ګل|ڄام ٻاجهہ ڳ ڱ",
    ),
    ("Arab", "ku", "ئاراس هۆشیار ڕێبوار|ئۇيغۇر ئالىم|ڠاچوه ڤراهو|کٲشُر"),
    ("Deva", "hi", "र्\u200dहस्व ऱ्या|क्ष्म्या र्त्स्न्य|कुर्रतुलऐन|फ़ैज़ अहमद ज़ैदी|संस्कृतम् ऽ|हिन्दी ॐ"),
    ("Beng", "bn", "ক্ষৌণীশ র\u200d্যাব|উজ্জ্বল সৎ|ৰূপালী ৱাহিদ"),
    ("Guru", "pa", "ਗੁਰਮੁਖ ਸਿੰਘ ੴ|ਕ੍ਰਿਸ਼ਨ ਚੰਨੀ"),
    ("Mlym", "ml", "ശ്രീജിത്ത് ൻ്റെ|ക്രിസ്ത്യൻ ഐശ്വര്യ|ൺ ൽ ർ ൾ ൿ"),
    ("Taml", "ta", "ஸ்ரீ க்ஷேத்ரா|ௐ சௌந்தர்யா"),
    ("Sinh", "si", "ශ්\u200dරී ලාංකික ක්\u200dෂ|ඥාන්ත ඤ ර්\u200dය"),
    ("Thai", "th", "ปิ๊กนิก กู้ ก็ ฤๅ|กำธร น้ำใจ ศักดิ์สิทธิ์|ญาณี ฐานุตม์ ฎีกา"),
    ("Laoo", "lo", "ຫຼ້າ ໝື່ນ ໜູ|ຄຳ"),
    ("Khmr", "km", "នរោត្តម សោភា|គីម សឿន|ភៀន ម៉ៅ|កៅ រោ កោ|ក្រឡាបញ្ជី ស្ត្រី|ញ៉ាំ ស៊្រី"),
    ("Mymr", "my", "ငြိမ်းချမ်း သင်္ဘော|ဩဇာ ဤ ဿ|ၸၢႆး|ဂကောံ"),
    ("Geor", "ka", "ᲒᲘᲝᲠᲒᲘ ქართველი|ჟღენტი წყალობა"),
    ("Armn", "hy", "ԱՐԱՄ և Եւա|Խաչատուր Ծառուկյան"),
    ("Ethi", "ti", "ትግርኛ ቐ|አቶ ዓለሙ፡ ዘ"),
    ("Hani", "zh", "李·约翰|爱新觉罗·溥仪|〇明|赵孟頫|张（小）三|陳𣇄"),
    ("Hani", "ja", "𠮟る 𩸽|葛\U000e0100城|佐々木 ゞ|か゚ く゚|小笠原 「仮」"),
    ("Kana", "ja", "ﾊﾝｶｸ ｶﾅ|ドストエフスキー"),
    ("Hang", "ko", "뷁뚫훿|李舜臣 (이순신)|ㄱㄴㄷ|Kim 김-Lee"),
    ("Zyyy", "en", "𝒜𝓁𝒾𝒸ℯ|ⓐⓑ|λ-Calculus ∑∞|₿ € £ ¥ ₹|Sam ❤\ufe0f|ไทย (Thai) 泰|שלום سلام"),
    (
        "Latn",
        "en",
        "X̱ʼéig̱aa Sample|H̱aida Gwaii|Y̓áxʷm̓ N̓əw̓|G̱itx̱san Ḵ̓ay|A̱nna U̱jo|A̧mma O̧kwo̧|N̂ta D̂ilo",
    ),
    ("Latn", "nan", "A̍-bûn Ti̍t-hun|Lîm Ho̍k-lo̍|Tân Kho͘-bō͘|O͘-kiú Hô͘"),
    ("Cyrl", "uk", "Ю́рий Я́ков|Т̄ома А̄ва"),
)
"""Letters, marks and joiners that common names seldom have, each name in its own spelling."""


def _combined(givens: str, families: str, joint: str, most: int) -> Iterator[str]:
    """Yield so many pairs, each given name with other family names in turn."""
    first, last = givens.split("|"), families.split("|")
    for number in range(min(most, len(first) * len(last))):
        turn, place = divmod(number, len(first))
        yield first[place] + joint + last[(place + turn) % len(last)]


def _names() -> Iterator[tuple[str, str, str]]:
    for script, lang, givens, families in ROWS:
        for name in _combined(givens, families, " " if lang != "ko" else "", _TAKEN):
            yield script, lang, name
    for lang, families, givens in _CHINESE:
        for name in _combined(families, givens, "", _TAKEN):
            yield "Hani", lang, name
    for number, (families, givens) in enumerate(_JAPANESE):
        for name in _combined(families, givens, " ", _TAKEN):
            yield ("Kana" if number else "Hani"), "ja", name
    for row in _MIXED:
        for name in row.split("|"):
            yield "Zyyy", "en", name


NAMES: tuple[tuple[str, str, str], ...] = (
    *_names(),
    *(
        (script, lang, unicodedata.normalize("NFC", name))
        for script, lang, names in _RARE
        for name in names.split("|")
    ),
)
"""Script (ISO 15924), language (BCP 47) and name, NFC."""
