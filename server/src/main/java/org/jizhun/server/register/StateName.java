package org.jizhun.server.register;

import java.util.Map;

/** What people call the state a row or a report is in. */
public record StateName(String zh, String en) {

    private static final Map<String, StateName> NAMES = Map.of(
            "draft", new StateName("草稿", "draft"),
            "submitted", new StateName("已提交", "submitted"),
            "returned", new StateName("已退回", "returned"),
            "reviewed", new StateName("已审核", "reviewed"),
            "approved", new StateName("已批准", "approved"),
            "published", new StateName("已公开", "published"));

    /** The state itself where it has no name. */
    public static StateName of(String state) {
        return NAMES.getOrDefault(state, new StateName(state, state));
    }
}
