package io.artifactor.storage;

class TestingBlobStoreTest implements BlobStoreContract {

    private final BlobStore store = new TestingBlobStore();

    @Override
    public BlobStore store() {
        return store;
    }
}
