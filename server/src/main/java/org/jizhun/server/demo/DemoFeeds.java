package org.jizhun.server.demo;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.server.feed.GiveValues;
import org.jizhun.server.feed.Sources;
import org.springframework.stereotype.Service;

/**
 * Where the reading online of the demo's year under way comes from: three platforms that count it each in a way of its own, so that
 * their values have no sum until a conversion is stated. Invented, as all of the demo.
 */
@Service
class DemoFeeds {

    private static final String INDICATOR = "Z7";
    private static final String UNIT = "万次";

    private final Sources sources;
    private final GiveValues giveValues;

    DemoFeeds(Sources sources, GiveValues giveValues) {
        this.sources = sources;
        this.giveValues = giveValues;
    }

    void fill(long department, int year) {
        platform(
                department,
                year,
                "微信公众号后台",
                "api",
                "图文页面被打开的次数，同一人多次打开分别计数",
                "212.4",
                "188.9",
                "231.6",
                "224.0",
                "219.7",
                "240.3");
        platform(
                department,
                year,
                "电子资源库",
                "file",
                "全文下载或在线打开的篇次，不含目录浏览",
                "121.5",
                "98.2",
                "130.8",
                "127.4",
                "133.1",
                "129.6");
        platform(
                department,
                year,
                "智慧阅读平台",
                "typed",
                "连续阅读满 30 秒记一次，一人一日最多一次",
                "64.3",
                "58.7",
                "70.2",
                "71.9",
                "69.5",
                "73.8");
    }

    /** @param values of January, February and so on */
    private void platform(long department, int year, String name, String kind, String definition, String... values) {
        long source = sources.add(department, year, new Sources.SourceForm(name, kind, definition, INDICATOR, UNIT))
                .id();
        List<GiveValues.Given> given = new ArrayList<>();
        for (String value : values) {
            given.add(new GiveValues.Given(null, year + "-0" + (given.size() + 1), value, null));
        }
        giveValues.give(department, year, source, given, kind);
    }
}
