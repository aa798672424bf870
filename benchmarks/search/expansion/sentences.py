"""Short bodies for invented entries: seldom alike in a row of characters, true of nothing."""

from __future__ import annotations

from random import Random

WATERS = tuple("柳榆槐杏桐枫松柏桑莲荷芦荻菱萍兰竹梅菊葵青白黄黑红石沙龙凤鹤雁鹭燕鹿马牛羊")
GROUNDS = tuple("河溪湾塘坪坡岭沟洼泉潭井桥渡滩堤岗坳崖峪寨屯庄店铺集堡营")
FAMILIES = tuple("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕")
GROUND_KINDS = ("沙壤地", "黑土地", "红壤坡", "黄土塬", "河滩地", "梯田里", "林下空地", "盐碱地边")
TIMES = (
    "头茬",
    "二茬",
    "霜降前",
    "谷雨后",
    "入伏时",
    "立冬前后",
    "清明前",
    "白露那几天",
    "开春",
    "入秋",
)
TRAITS = (
    "皮薄", "肉厚", "汁多", "味甘", "色亮", "香浓", "个大匀称", "质地细密", "入口回甜", "久煮不烂",
    "耐存放", "嚼着有劲", "清爽不腻", "核小", "筋少",
)  # fmt: skip


def body(product: str, random: Random) -> str:
    """Two sentences about a product."""
    village = random.choice(WATERS) + random.choice(GROUNDS)
    other = random.choice(WATERS) + random.choice(GROUNDS)
    family, neighbour = random.choice(FAMILIES), random.choice(FAMILIES)
    one, two = random.sample(TRAITS, 2)
    ground, time = random.choice(GROUND_KINDS), random.choice(TIMES)
    return (
        f"{village}村{family}家在{other}边的{ground}上种养{product}，{time}收的{one}、{two}。"
        f"{neighbour}家传下的老法子用{random.choice(WATERS)}{random.choice(GROUNDS)}的水，"
        f"一年做{random.randint(2, 99)}担。"
    )
