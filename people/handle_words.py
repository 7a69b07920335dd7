"""Plain words that suggested handles are made of: nature and things, nothing that hints at a person or a place."""

WORDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (
        ("quiet", "green", "early", "small", "warm", "clear", "slow", "bright", "soft", "round", "tall", "kind"),
        ("heron", "river", "stone", "cedar", "lamp", "cloud", "bridge", "maple", "kite", "harbour", "basil", "moss"),
    ),
    "zh-hans": (
        ("安静的", "青色的", "早起的", "温暖的", "清澈的", "明亮的", "柔软的", "圆圆的", "高高的", "慢慢的"),
        ("白鹭", "小河", "石头", "雪松", "台灯", "云朵", "小桥", "枫树", "风筝", "港湾", "青苔", "竹子"),
    ),
    "my": (("အေးမြ", "စိမ်းလန်း", "နွေးထွေး", "ကြည်လင်", "တောက်ပ"), ("မြစ်", "ကျောက်တုံး", "တိမ်", "တံတား", "ဝါးပင်", "မီးအိမ်")),
    "km": (("ស្ងប់", "បៃតង", "កក់ក្តៅ", "ថ្លា", "ភ្លឺ"), ("ទន្លេ", "ថ្ម", "ពពក", "ស្ពាន", "ឫស្សី", "ចង្កៀង")),
    "vi": (
        ("yên-tĩnh", "xanh", "ấm", "trong", "sáng", "mềm"),
        ("dòng-sông", "hòn-đá", "đám-mây", "cây-cầu", "tre", "ngọn-đèn"),
    ),
}
