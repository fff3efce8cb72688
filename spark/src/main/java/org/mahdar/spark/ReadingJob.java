package org.mahdar.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.input.PortableDataStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import org.mahdar.app.ingest.Input;
import scala.Tuple2;

/** The job: files of stories in, Parquet of stories, findings, copies, dossiers and problems out. */
final class ReadingJob {
    private final SparkSession spark;
    private final Instructions how;
    private final Broadcast<Engine> engine;

    ReadingJob(SparkSession spark, Instructions how) {
        this.spark = spark;
        this.how = how;
        this.engine = new JavaSparkContext(spark.sparkContext()).broadcast(new Engine(how));
    }

    /**
     * Reads everything and writes folders of Parquet below {@code out}, that of dossiers where some are asked for; what
     * stands there is written over.
     */
    void run(List<String> in, String out, boolean copies) {
        Dataset<Row> read = read(in).persist(StorageLevel.DISK_ONLY());
        write(stories(read), out, "stories");
        write(findings(read), out, "findings");
        write(problems(read), out, "problems");
        if (copies) {
            // What it keeps on the way are jobs as well.
            Cost.of(spark.sparkContext(), "copies");
            write(NearCopies.of(read.where(col("problem").isNull())), out, "copies");
        }
        if (!how.dossiers().isEmpty()) {
            Optional<Dataset<Row>> known =
                    copies ? Optional.of(spark.read().parquet(out + "/copies")) : Optional.empty();
            write(dossiers(read, known), out, "dossiers");
        }
        read.unpersist();
    }

    private void write(Dataset<Row> rows, String out, String table) {
        Cost.of(spark.sparkContext(), table);
        rows.write().mode(SaveMode.Overwrite).option("compression", "zstd").parquet(out + "/" + table);
    }

    /** Every story and every problem as a row of {@link Rows#READ}. */
    Dataset<Row> read(List<String> in) {
        List<Dataset<Row>> all = new ArrayList<>();
        for (Paths.Road road : Paths.Road.values()) {
            String[] paths =
                    in.stream().filter(path -> Paths.road(path) == road).toArray(String[]::new);
            if (paths.length > 0) {
                all.add(
                        switch (road) {
                            case LINES -> lines(spark.read().text(paths).select(input_file_name(), col("value")));
                            case PARQUET -> lines(records(paths));
                            case WHOLE -> whole(paths);
                        });
            }
        }
        return all.stream().reduce(Dataset::union).orElseThrow(() -> new IllegalArgumentException("nothing to read"));
    }

    /** Rows of Parquet as the JSON objects that they might have been, so that there is one way to make a story of a record. */
    private Dataset<Row> records(String[] paths) {
        Dataset<Row> rows = spark.read().parquet(paths);
        Column[] columns = Arrays.stream(rows.columns())
                .map(name -> rows.col("`" + name + "`"))
                .toArray(Column[]::new);
        return rows.select(input_file_name(), to_json(struct(columns)));
    }

    /** Reads rows of (file, line). */
    Dataset<Row> lines(Dataset<Row> rows) {
        Broadcast<Engine> shared = engine;
        MapPartitionsFunction<Row, Row> reading = part -> new Reader(new LinesOfFiles(part), shared.value());
        return rows.mapPartitions(reading, Encoders.row(Rows.READ));
    }

    private Dataset<Row> whole(String[] paths) {
        Broadcast<Engine> shared = engine;
        FlatMapFunction<Iterator<Tuple2<String, PortableDataStream>>, Row> reading = part -> {
            List<Input> inputs = new ArrayList<>();
            part.forEachRemaining(file -> inputs.add(
                    Paths.input(Paths.plain(file._1()), () -> file._2().open())));
            return new Reader(inputs.iterator(), shared.value());
        };
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        return spark.createDataFrame(
                context.binaryFiles(
                                String.join(",", paths), spark.sparkContext().defaultParallelism())
                        .mapPartitions(reading),
                Rows.READ);
    }

    /** The stories, with their minutes as JSON. */
    static Dataset<Row> stories(Dataset<Row> read) {
        return read.where(col("problem").isNull())
                .withColumn("published", col("published").cast("date"))
                .drop("sketch", "bands", "findings", "dossiers", "problem");
    }

    /** A row a line. */
    static Dataset<Row> findings(Dataset<Row> read) {
        return read.where(col("problem").isNull())
                .select(
                        col("key"),
                        col("sha256"),
                        col("published").cast("date").as("published"),
                        col("outlet"),
                        explode(col("findings")).as("f"))
                .select(col("key"), col("sha256"), col("published"), col("outlet"), col("f.*"));
    }

    /** What the dossiers of a run hold: the stories of each come together in one task, copies of one text known where given. */
    Dataset<Row> dossiers(Dataset<Row> read, Optional<Dataset<Row>> copies) {
        Dataset<Row> taken = read.where(size(col("dossiers")).gt(0)).dropDuplicates("key");
        Dataset<Row> known = copies.map(rows -> taken.join(
                                rows.select("key", "first"), taken.col("key").equalTo(rows.col("key")), "left")
                        .drop(rows.col("key")))
                .orElseGet(() -> taken.withColumn("first", lit(null).cast(DataTypes.StringType)));
        Dataset<Row> stories = known.select(
                explode(col("dossiers")).as("dossier"),
                col("key"),
                coalesce(col("first"), col("key")).as("first"),
                col("id"),
                col("title"),
                col("text"),
                col("published"),
                col("language"),
                col("outlet"),
                col("agency"),
                col("place"),
                col("url"));
        Negotiations.Merging merging = new Negotiations.Merging(engine);
        MapFunction<Row, String> dossier = row -> row.getString(0);
        FlatMapGroupsFunction<String, Row, Row> merge = merging::merge;
        return stories.groupByKey(dossier, Encoders.STRING()).flatMapGroups(merge, Encoders.row(Negotiations.ENTRY));
    }

    /** A row for whatever could not be read. */
    static Dataset<Row> problems(Dataset<Row> read) {
        return read.where(col("problem").isNotNull()).select(col("problem.*"));
    }
}
