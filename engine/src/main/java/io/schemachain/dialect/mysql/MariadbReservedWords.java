package io.schemachain.dialect.mysql;

import java.util.Set;

/**
 * Words that MariaDB refuses as a name: each of its {@code information_schema.keywords} and {@code
 * sql_functions}, tried as table, column, index and constraint on 11.4; some names of functions it
 * takes for a call where a parenthesis follows, after a space as well. Those that newer versions
 * reserve are among them.
 */
final class MariadbReservedWords {
  private MariadbReservedWords() {}

  static final Set<String> ALL =
      Set.of(
          ("accessible add all alter analyze and as asc asensitive before between"
                  + " bigint binary bit_and bit_or bit_xor blob both by call cascade case cast"
                  + " change char character check collate column condition constraint continue"
                  + " conversion convert count create cross cume_dist curdate current_date"
                  + " current_role current_time current_timestamp current_user cursor curtime"
                  + " databases date_add date_sub day_hour day_microsecond day_minute day_second"
                  + " dec decimal declare default delayed delete delete_domain_id dense_rank"
                  + " desc describe deterministic distinct distinctrow div do_domain_ids double"
                  + " drop dual each else elseif enclosed escaped except exists exit explain"
                  + " extract false fetch first_value float float4 float8 for force foreign from"
                  + " fulltext grant group group_concat having high_priority hour_microsecond"
                  + " hour_minute hour_second if ignore ignore_domain_ids in index infile inner"
                  + " inout insensitive insert int int1 int2 int3 int4 int8 integer intersect"
                  + " interval into is iterate join json_arrayagg json_objectagg key keys kill"
                  + " lag lead leading leave left like limit linear lines load localtime"
                  + " localtimestamp lock long longblob longtext loop low_priority"
                  + " master_demote_to_replica master_demote_to_slave"
                  + " master_ssl_verify_server_cert match max maxvalue median mediumblob"
                  + " mediumint mediumtext mid middleint min minute_microsecond minute_second"
                  + " mod modifies natural no_write_to_binlog not now nth_value ntile null"
                  + " numeric offset on optimize optionally or order out outer outfile over"
                  + " page_checksum parse_vcol_expr partition percent_rank percentile_cont"
                  + " percentile_disc portion position precision primary procedure purge range"
                  + " rank read read_write reads real recursive ref_system_id references regexp"
                  + " release rename repeat replace require resignal restrict return returning"
                  + " revoke right rlike row_number rows schemas second_microsecond select"
                  + " sensitive separator set show signal smallint spatial specific sql"
                  + " sql_after_gtids sql_before_gtids sql_big_result sql_buffer_result"
                  + " sql_cache sql_calc_found_rows sql_no_cache sql_small_result sqlexception"
                  + " sqlstate sqlwarning ssl starting stats_auto_recalc stats_persistent"
                  + " stats_sample_pages std stddev stddev_pop stddev_samp straight_join substr"
                  + " substring sum table terminated then tinyblob tinyint tinytext to to_date"
                  + " trailing trigger trim true undo union unique unlock unsigned update usage"
                  + " use using utc_date utc_time utc_timestamp value values var_pop var_samp"
                  + " varbinary varchar varcharacter variance varying vector when where while"
                  + " with write xor year_month zerofill")
              .split(" "));
}
