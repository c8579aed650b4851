package io.schemachain.dialect.postgresql;

import java.util.Set;

/**
 * Names that no enum type can have: as the type of a column they are types of the server, which are
 * found first, or words of its grammar. As of PostgreSQL 18.
 */
final class PostgresqlTypeNames {
  private PostgresqlTypeNames() {}

  static final Set<String> TAKEN =
      Set.of(
          ("aclitem any anyarray anycompatible anycompatiblearray anycompatiblemultirange"
                  + " anycompatiblenonarray anycompatiblerange anyelement anyenum anymultirange"
                  + " anynonarray anyrange between bigint bit bool boolean box bpchar bytea char"
                  + " character cid cidr circle coalesce cstring date datemultirange daterange dec"
                  + " decimal event_trigger exists extract fdw_handler float float4 float8 greatest"
                  + " grouping gtsvector index_am_handler inet inout int int2 int2vector int4"
                  + " int4multirange int4range int8 int8multirange int8range integer internal interval"
                  + " json json_array json_arrayagg json_exists json_object json_objectagg json_query"
                  + " json_scalar json_serialize json_table json_value jsonb jsonpath language_handler"
                  + " least line lseg macaddr macaddr8 merge_action money name national nchar none"
                  + " normalize nullif numeric nummultirange numrange oid oidvector out overlay path"
                  + " point polygon position precision real record refcursor regclass regcollation"
                  + " regconfig regdictionary regnamespace regoper regoperator regproc regprocedure"
                  + " regrole regtype row setof smallint substring table_am_handler text tid time"
                  + " timestamp timestamptz timetz treat trigger trim tsm_handler tsmultirange tsquery"
                  + " tsrange tstzmultirange tstzrange tsvector txid_snapshot unknown uuid values"
                  + " varbit varchar void xid xid8 xml xmlattributes xmlconcat xmlelement xmlexists"
                  + " xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable")
              .split(" "));
}
