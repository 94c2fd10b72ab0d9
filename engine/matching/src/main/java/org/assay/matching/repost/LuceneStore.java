package org.assay.matching.repost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Sketches in a folder: one Lucene document each, with the fields {@code id} (indexed and stored)
 * and {@code sketch} (stored). One process at a time may have a folder open.
 */
final class LuceneStore implements SketchStore {
  private static final String ID = "id";
  private static final String SKETCH = "sketch";

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  /** Opens a folder; it is made if it is not there. */
  LuceneStore(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    IndexWriter opened = null;
    try {
      opened = new IndexWriter(directory, new IndexWriterConfig());
      searchers = new SearcherManager(opened, null);
      writer = opened;
    } catch (IOException | RuntimeException refused) {
      if (opened != null) {
        opened.close();
      }
      directory.close();
      throw refused;
    }
  }

  @Override
  public void put(String id, byte[] sketch) throws IOException {
    Document document = new Document();
    document.add(new StringField(ID, id, Field.Store.YES));
    document.add(new StoredField(SKETCH, sketch));
    writer.updateDocument(new Term(ID, id), document);
  }

  @Override
  public Optional<byte[]> get(String id) throws IOException {
    searchers.maybeRefreshBlocking();
    IndexSearcher searcher = searchers.acquire();
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        LeafReader reader = leaf.reader();
        Bits live = reader.getLiveDocs();
        PostingsEnum documents = reader.postings(new Term(ID, id), PostingsEnum.NONE);
        while (documents != null && documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          if (live == null || live.get(documents.docID())) {
            return Optional.of(bytes(reader.storedFields().document(documents.docID())));
          }
        }
      }
      return Optional.empty();
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public void remove(String id) throws IOException {
    writer.deleteDocuments(new Term(ID, id));
  }

  @Override
  public void forEach(Visitor visitor) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        Bits live = leaf.reader().getLiveDocs();
        for (int i = 0; i < leaf.reader().maxDoc(); i++) {
          if (live == null || live.get(i)) {
            Document document = leaf.reader().storedFields().document(i);
            visitor.visit(Map.entry(document.get(ID), bytes(document)));
          }
        }
      }
    }
  }

  private static byte[] bytes(Document document) throws IOException {
    BytesRef bytes = document.getBinaryValue(SKETCH);
    if (bytes == null) {
      throw new IOException("document of '" + document.get(ID) + "' has no sketch");
    }
    return BytesRef.deepCopyOf(bytes).bytes;
  }

  @Override
  public void commit() throws IOException {
    writer.commit();
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }
}
