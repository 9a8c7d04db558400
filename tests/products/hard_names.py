"""Two hundred names that are hard to set: sample people, in every script of docs/fonts.md.

Nobody is meant: the names say "sample", "example", "test" or are built of
common ones.  Sixty are as long as 1, 2, 3 … 60 characters.
"""

_LONG = "Maximiliane Theodora von Musterfrau-Beispielhausen zu Probeheim"

BY_LENGTH = [_LONG[:length].strip(" -").ljust(length, "n") for length in range(1, 61)]

LATIN = """\
Ó Sample|Øystein Prøve|Łukasz Przykładowy|Þórður Dæmisson|Ġorġ Eżempju|Çağrı Örnek|Ñandú Ejemplo
Ẩn Thử Nghiệm|Nguyễn Thị Ổn Định|Đặng Ví Dụ|Ắng Ẵng Ễng|Ṃṃṭ Ẓẓḍ|Jürgen Müßiggang|ÅÄÖ ÉÈÊ
Jean-Christophe-Alexandre de la Rochefoucauld-Exemple|Anne-Marie O'Sample-O'Brien|X Æ Testson
Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen|Wolfeschlegelsteinhausenbergerdorff
Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch|W. W. W. W. W.|I l I l I l|Q|Ẑ|fi ffl
María de los Ángeles Ejemplo Fernández de Córdoba y Muestra|Sample, Jr., A. B. C. D. E.
Maria da Conceição Aparecida dos Santos Amostra e Exemplo|van der Voorbeeld-ten Monster
Gjergjji Pypygjqy|ggggggggg|jjjjjj pppppp qqqqqq|TTTT VVVV AWAY|Peggy Guggenjgy|ijsbrand yyyy
Sample-Test-Example-Probe-Muster-Demo|A B C D E F G H I J K L M N O P|Muster I. Mann III|Ő Ű|Ţ Ț Ş Ș
MMMMMMMMMMMMMMMMMMMM|Mx. Test Sample, PhD, MD, MPH, FRCP|al-Mithāl bin ʿAbd al-ʿAzīz|d’Exemple
Ŵŷn ap Enghraifft|Кириллица Latin Mixed|Sample  Ⅳ|Ơ Ư Ỹ""".replace("\n", "|").split("|")

SCRIPTS: dict[str, tuple[str, ...]] = {
    "el": ("Δείγμα Παράδειγμα", "Ἀριστοτέλης Ὑπόδειγμα", "Άγγελος Δοκιμαστικόπουλος"),
    "ru": ("Пример Образцов", "Ёлкин-Щукин Й.", "Вседержитель Преображенский-Испытательный"),
    "uk": ("Їжак Зразковий", "Ґалаґан Приклад"),
    "ar": ("مثال نموذجي", "محمد عبد الرحمن النموذجي", "أحمد", "عبد العزيز بن عبد الرحمن آل نموذج"),
    "fa": ("نمونه آزمایشی", "گلناز پژوهش‌گر"),
    "ur": ("مثال نمونہ", "ٹیسٹ ڈرائیور"),
    "he": ("דוגמה לדוגמאי", "יִשְׂרָאֵל יִשְׂרְאֵלִי", "בן־דוגמה", "ישראל ישראלי-לדוגמה הארוך מאוד"),
    "dv": ("މިސާލު ނަމޫނާ", "އަހުމަދު"),
    "hi": ("उदाहरण कुमार", "श्रीलक्ष्मी क्षत्रिय", "राष्ट्रकुलेश्वर द्विवेदी", "ऐं ह्रीं"),
    "bn": ("উদাহরণ কুমার", "শ্রীকৃষ্ণ চট্টোপাধ্যায়"),
    "pa": ("ਉਦਾਹਰਨ ਸਿੰਘ", "ਗੁਰਪ੍ਰੀਤ ਨਮੂਨਾ"),
    "gu": ("ઉદાહરણ પટેલ", "શ્રીકૃષ્ણ નમૂનાવાલા"),
    "or": ("ଉଦାହରଣ ଦାସ", "ଶ୍ରୀକୃଷ୍ଣ ନମୁନା"),
    "ta": ("எடுத்துக்காட்டு", "மாதிரி கிருஷ்ணமூர்த்தி", "ஸ்ரீநிவாசன் எடுத்துக்காட்டு"),
    "te": ("ఉదాహరణ రావు", "శ్రీకృష్ణ నమూనా", "స్త్రీ క్ష్మా"),
    "kn": ("ಉದಾಹರಣೆ ಗೌಡ", "ಶ್ರೀಕೃಷ್ಣ ಮಾದರಿ"),
    "ml": ("ഉദാഹരണം നായർ", "ശ്രീകൃഷ്ണൻ മാതൃക"),
    "si": ("උදාහරණ පෙරේරා", "ශ්‍රී ආදර්ශ"),
    "th": ("ตัวอย่าง ทดสอบ", "กรุงเทพ ปู่ย่าตัวอย่าง", "น้ำ", "นางสาวตัวอย่างนามสกุลยาวมากทดสอบ"),
    "lo": ("ຕົວຢ່າງ ທົດສອບ", "ນ້ຳ"),
    "km": ("ឧទាហរណ៍ គំរូ", "ស្រី្តមាស", "ខ្ញុំគំរូ សាកល្បង"),
    "my": ("နမူနာ စမ်းသပ်", "ကျွန်ုပ် ဥပမာ", "ဦးဘဥပမာ", "မြင့်မြတ်ကြည်ဖြူ"),
    "ka": ("ნიმუში მაგალითაძე", "გიორგი ნიმუშიშვილი"),
    "hy": ("Օրինակ Նմուշյան", "Գևորգ Օրինակյան"),
    "am": ("ምሳሌ ናሙና", "ገብረ እግዚአብሔር ሙከራ"),
    "zh-Hans": ("示例", "王小明", "欧阳示例", "骨", "买买提·示例江·样本", "示 例"),
    "zh-Hant": ("範例", "歐陽範例", "張雅婷", "骨"),
    "ja": ("見本 太郎", "さくら みほん", "サンプル・アレクサンダー・テスト", "直角骨 花子", "髙﨑"),
    "ko": ("홍길동", "김 보기", "남궁예시", "황보 견본", "金範例"),
    "en": (
        "∀x ∈ ℝ",
        "C★ Sample",
        "Sample (王小明)",
        "אא Sample",
        "Sample مثال",
        "R2-D2 Test",
        "Āīūṛṣṇ",
    ),
}

HARD_NAMES: list[tuple[str, str]] = [
    *((name, "en") for name in (*BY_LENGTH, *LATIN)),
    *((name, lang) for lang, names in SCRIPTS.items() for name in names),
]
"""Each name with its language."""
