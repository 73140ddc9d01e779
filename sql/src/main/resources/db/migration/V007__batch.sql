-- The job repository's tables are made by the batch runtime, which cannot make their schema.

create schema if not exists jbatch;
