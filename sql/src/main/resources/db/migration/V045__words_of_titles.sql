-- The words of titles alone, for suggestions: the index of all words finds whatever has one anywhere, and each would have to be read.
create index search_entry_title_words on search_entry using gin (ts_filter(words, '{a}'));
