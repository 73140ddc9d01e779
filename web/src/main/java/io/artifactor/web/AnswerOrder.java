package io.artifactor.web;

/**
 * In which order filters work on an answer, the greatest first; those that need the document as an
 * object come before those that make bytes of it.
 */
final class AnswerOrder {

    static final int FIELDS = 3_000;
    static final int TAGS = 2_000;
    static final int KEEPING = 1_000;
    static final int TIME = 500;

    private AnswerOrder() {}
}
