//! Small clients, each with what the lint and the guard say about it. The grammar of their headers is in
//! `tests/agreement.rs`.

pub mod all_data_but_not_the_last_chunk;
pub mod both_arms_read;
pub mod close_delimited_body_read;
pub mod collect;
pub mod connection_close_dropped;
pub mod connection_close_read;
pub mod dropped_body_that_came_with_the_head;
pub mod dropped_body_that_comes_later;
pub mod dropped_chunked_body;
pub mod early_return_on_not_found;
pub mod fixed;
pub mod frame_loop_to_the_end;
pub mod frame_loop_with_break;
pub mod head_request;
pub mod helper_that_drains;
pub mod helper_that_only_looks;
pub mod http2_dropped;
pub mod into_parts_with_the_body_ignored;
pub mod kept_in_a_struct_that_drains;
pub mod match_with_an_arm_that_loses_it;
pub mod no_content_matched;
pub mod not_modified_matched;
pub mod only_the_status_of_a_large_body;
pub mod read_before_it_is_parsed;
pub mod read_that_times_out;
pub mod retry_that_overwrites_the_response;
pub mod retry_that_reads_what_it_refuses;
pub mod returned_to_a_caller_that_drains;
pub mod sent_to_a_task_that_drains;
pub mod spawned_task_that_drains;
pub mod warm_connection;
