package dev.orrery.memory;

/**
 * What is looked for.
 *
 * @param text words; those that only ask (what, which, how) do not count
 * @param under where
 * @param limit the most hits, from 1 to {@value #LIMIT_MAX}
 * @param semantic whether meaning counts beside words, by embeddings
 */
public record KnowledgeQuery(String text, Prefixes under, int limit, boolean semantic) {
    /** The most hits that one search gives. */
    public static final int LIMIT_MAX = 60;

    /** The hits that a search gives when nothing is said. */
    public static final int LIMIT_DEFAULT = 20;

    public KnowledgeQuery {
        limit = Math.clamp(limit, 1, LIMIT_MAX);
    }
}
