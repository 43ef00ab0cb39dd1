package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.text.Grid;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;

/**
 * Districts, townships, rivers, roads, schools and sites that the document names three times or more (with two characters that say what
 * it is, twice), and once with another character: 北屏区, 北坪区; 青松书院, 青柏书院. Two that
 * stand in one paragraph or table are two, and so are those told apart by a direction, a number or a size.
 */
final class PlaceNames {

    /** What must follow is looked at first, since what may stand before takes long. 北屏区, where a name can begin: at a mark, or behind a word that comes before names. */
    private static final Sought PLACE = Sought.of(
            Pattern.compile(
                    "(?=..[区县镇乡])(?<=^|[，。；：、（“”）]|在|对|由|和|与|及|是|为|给|向|中|省|市|\\d年|\\d月|\\d日)(?<name>[\\u4e00-\\u9fa5]{2}(?:区|县|镇|乡))(?![\\u4e00-\\u9fa5]?(?:域|间|位|级|情|城区))"));

    private static final String LEFT = "(?<=^|[，。；：、（“”）《]|在|对|由|和|与|及|是|为|给|向|中|省|市|区|县|乡|镇|\\d年|\\d月|\\d日)";

    /** 芦渡河, 青松书院; what follows may make it a general word: 河道, 路面, 村民. */
    private static final Sought SITE = Sought.of(Pattern.compile("(?=..[河溪渠桥村街路寺塔坝书小中水社街景公泵林大遗故古码隧灌])" + LEFT
            + "(?<name>[\\u4e00-\\u9fa5]{2}(?:河(?![道流长岸湖渠])|溪|渠(?![道系首])|桥(?![梁涵头])|村(?![民庄级委居镇集务干])|街(?![道区巷])|路(?![面灯基网段况径政长口])"
            + "|寺|塔|坝(?!体)|书院|小学(?!生)|中学(?!生)|水库|社区(?![居工矫服卫治])|街道|景区|公园(?!绿)|泵站|林场|大桥|遗址|故居|古镇|码头|隧道|灌区))"));

    private static final Sought NO_SITE = Sought.of(
            "^(?:新建|改建|续建|在建|维修|拆除|乡村|农村|城市|道路|公路|铁路|主干|支干|示范|试点|美丽|行政|自然|贫困|脱贫|危旧|中型|小型|大型|重点|实验|完全|九年|高级|初级|职业|普通|公办|民办|城镇|所在|每个|沿线|条|座|个|所|该|各|全|本|其|两|多|几|整治|治理|治|修|建|通|到|幸福|智慧|平安|文明|和谐|普惠|中心|民族|特色|旅游|开放|郊野|口袋|城郊|国家|跨|过|高速|快速|次干|背|入|进|驻|帮扶)");

    private static final Sought TELLING_APART =
            Sought.of("[\\d一二三四五六七八九十百两上中下左右前后内外大小新老旧高低东南西北省市县区乡镇村街国甲乙丙丁公全各该本我辖属山河江湖海水]");
    private static final Sought NO_NAME = Sought.of(
            "^(?:全|各|该|本|我|个|其|所|辖|属|这|两|多|几|城|园|开发|矿|景|社|地|片|校|库|林|牧|灌|小|专|功|山|郊|市|贫|受|中心|示范|试点|主城|新城|行政|项目|建设|集中)");
    private static final int OFTEN = 3;

    /** @param passages where it stands, a table's as one */
    private record Place(String name, List<Integer> passages, List<Spot> spots) {}

    private PlaceNames() {}

    static List<NameForms.Changed> of(Claims claims) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (Passage passage : claims.passages()) {
            collect(passage, passage.order(), places);
        }
        int table = 0;
        for (Grid grid : claims.manuscript().grids()) {
            table--;
            for (List<Passage> row : grid.rows()) {
                for (Passage cell : row) {
                    collect(cell, table, places);
                }
            }
        }
        List<Place> often = places.values().stream()
                .filter(place -> place.spots().size() >= often(place.name()))
                .toList();
        List<NameForms.Changed> changed = new ArrayList<>();
        for (Place odd : places.values()) {
            if (odd.spots().size() != 1) {
                continue;
            }
            List<Place> like = often.stream()
                    .filter(place -> isSlip(odd.name(), place.name())
                            && !place.passages().contains(odd.passages().get(0)))
                    .toList();
            if (like.isEmpty()) {
                like = ofOtherKind(odd, places);
            }
            if (like.size() == 1) {
                Place right = like.get(0);
                changed.add(new NameForms.Changed(
                        odd.name(),
                        odd.spots().get(0),
                        right.name(),
                        right.spots().get(0)));
            }
        }
        return changed;
    }

    /** 石桥乡, where it is called 石桥镇 twice or more. */
    private static List<Place> ofOtherKind(Place odd, Map<String, Place> places) {
        String name = odd.name().substring(0, 2);
        Place other = odd.name().length() > OFTEN || "乡镇".indexOf(odd.name().charAt(2)) < 0
                ? null
                : places.get(name + (odd.name().endsWith("乡") ? "镇" : "乡"));
        boolean one = other != null
                && other.spots().size() >= 2
                && !other.passages().contains(odd.passages().get(0));
        return one ? List.of(other) : List.of();
    }

    private static void collect(Passage passage, int group, Map<String, Place> places) {
        Matcher matcher = PLACE.in(passage);
        while (matcher.find()) {
            add(passage, matcher, NO_NAME, group, places);
        }
        Matcher site = SITE.in(passage);
        while (site.find()) {
            add(passage, site, NO_SITE, group, places);
        }
    }

    private static void add(Passage passage, Matcher found, Sought none, int group, Map<String, Place> places) {
        String name = found.group("name");
        if (!none.isIn(name)) {
            Place place = places.computeIfAbsent(name, key -> new Place(name, new ArrayList<>(), new ArrayList<>()));
            place.passages().add(group);
            place.spots().add(passage.spot(found.start("name"), found.end("name")));
        }
    }

    /** A name of four characters is no accident, so that twice is often. */
    private static int often(String name) {
        return name.length() > OFTEN ? 2 : OFTEN;
    }

    /** One of the two characters differs, and neither tells places apart. */
    private static boolean isSlip(String one, String two) {
        if (!one.substring(2).equals(two.substring(2))) {
            return false;
        }
        int apart = 0;
        boolean tells = false;
        for (int i = 0; i < 2; i++) {
            if (one.charAt(i) != two.charAt(i)) {
                apart++;
                tells |= TELLING_APART.isIn("" + one.charAt(i) + two.charAt(i));
            }
        }
        return apart == 1 && !tells;
    }
}
