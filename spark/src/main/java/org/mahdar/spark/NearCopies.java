package org.mahdar.spark;

import static org.apache.spark.sql.functions.call_udf;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.mahdar.app.archive.Sketch;

/**
 * Which stories carry one text: MinHash with bands (LSH). Of the stories that share a band each is compared with the first of
 * them alone, so that a text carried a thousand times costs a thousand comparisons and no million. Who is like somebody
 * who is like the first belongs to the first.
 */
final class NearCopies {
    /** Chains of likeness halve at each round. */
    private static final int ROUNDS = 6;

    private NearCopies() {}

    /** Rows of (key, first, likeness) for every story that is not the first to carry its text; the first is the earliest. */
    static Dataset<Row> of(Dataset<Row> read) {
        Dataset<Row> stories = read.select(
                        col("key"),
                        struct(coalesce(col("published"), lit("9999")), col("key")).as("rank"),
                        col("sketch"),
                        col("bands"))
                .dropDuplicates("key");
        Dataset<Row> bands =
                stories.select(col("key"), col("rank"), posexplode(col("bands")).as(new String[] {"band", "hash"}));
        Dataset<Row> shared = bands.groupBy("band", "hash")
                .agg(min("rank").as("head"), count(lit(1)).as("sharing"))
                .where(col("sharing").gt(1))
                .select("band", "hash", "head");
        UDF2<byte[], byte[], Double> likeness = (one, other) -> Sketch.of(one).likeness(Sketch.of(other));
        read.sparkSession().udf().register("likeness", udf(likeness, DataTypes.DoubleType));
        Dataset<Row> pairs = bands.join(shared, new String[] {"band", "hash"}, "inner")
                .where(col("head").notEqual(col("rank")))
                .select(col("key"), col("head"))
                .distinct();
        Dataset<Row> own = stories.select(col("key"), col("sketch"));
        Dataset<Row> heads = stories.select(col("rank").as("head"), col("sketch").as("head_sketch"));
        Dataset<Row> alike = pairs.join(own, "key")
                .join(heads, "head")
                .withColumn("likeness", call_udf("likeness", col("sketch"), col("head_sketch")))
                .where(col("likeness").geq(Sketch.COPY))
                .groupBy("key")
                .agg(min(struct(col("head"), col("likeness"))).as("best"))
                .select(col("key"), col("best.head").as("head"), col("best.likeness").as("likeness"))
                .localCheckpoint();
        return first(alike);
    }

    private static Dataset<Row> first(Dataset<Row> alike) {
        Dataset<Row> now = alike;
        for (int round = 0; round < ROUNDS; round++) {
            Dataset<Row> up = now.select(col("key").as("head_key"), col("head").as("above"));
            Dataset<Row> next = now.join(up, now.col("head.key").equalTo(up.col("head_key")), "left")
                    .select(
                            col("key"),
                            coalesce(col("above"), col("head")).as("head"),
                            col("likeness"),
                            col("above").isNotNull().as("moved"))
                    .localCheckpoint();
            now = next.drop("moved");
            if (next.where(col("moved")).isEmpty()) {
                break;
            }
        }
        return now.select(col("key"), col("head.key").as("first"), col("likeness"));
    }
}
