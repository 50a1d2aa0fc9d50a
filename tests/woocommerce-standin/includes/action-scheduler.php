<?php
/** Action Scheduler's functions. `$unique` looks at hook and group only, never at the arguments. */

defined( 'ABSPATH' ) || exit;

abstract class ActionScheduler_Store {

	const STATUS_PENDING = 'pending';
}

function as_enqueue_async_action( $hook, $args = [], $group = '', $unique = false, $priority = 10 ) {
	return ( new Standin_Action_Scheduler() )->schedule( time(), 0, $hook, $args, $group, $unique );
}

function as_schedule_single_action( $timestamp, $hook, $args = [], $group = '', $unique = false, $priority = 10 ) {
	return ( new Standin_Action_Scheduler() )->schedule( $timestamp, 0, $hook, $args, $group, $unique );
}

function as_schedule_recurring_action(
	$timestamp,
	$interval_in_seconds,
	$hook,
	$args = [],
	$group = '',
	$unique = false,
	$priority = 10,
) {
	return ( new Standin_Action_Scheduler() )
		->schedule( $timestamp, $interval_in_seconds, $hook, $args, $group, $unique );
}

function as_has_scheduled_action( $hook, $args = null, $group = '' ) {
	return ( new Standin_Action_Scheduler() )->has( $hook, $args, $group );
}

/** The moment of the next one, false where there is none. */
function as_next_scheduled_action( $hook, $args = null, $group = '' ) {
	return ( new Standin_Action_Scheduler() )->next( $hook, $args, $group );
}

function as_unschedule_all_actions( $hook, $args = [], $group = '' ) {
	( new Standin_Action_Scheduler() )->cancel( $hook, $args, $group );
}

/** Of Action Scheduler's questions: hook, group, status. Rows by id, or the ids. */
function as_get_scheduled_actions( $args = [], $return_format = OBJECT ) {
	$found = ( new Standin_Action_Scheduler() )
		->find( $args['hook'] ?? '', $args['group'] ?? '', $args['status'] ?? 'pending' );
	return $return_format === 'ids' ? array_keys( $found ) : $found;
}
