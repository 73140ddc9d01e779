package io.artifactor.it.identity;

import java.util.function.Function;

/** A token nobody may come in with, under the name a report shows. */
record Forgery(String name, Function<Genuine, String> make) {

    @Override
    public String toString() {
        return name;
    }
}
