<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

/** Over the routes that the log uses: what somebody did by hand at Sellsy. */
final class DoneByHandControllerTest extends RestTestCase {

	private int $order_id;

	protected function setUp(): void {
		parent::setUp();
		$this->sign_in_as_admin();
		$this->order_id = wc_create_order()->get_id();
	}

	/** @param array<string, int|string> $columns */
	private function stopped( array $columns = [] ): int {
		global $wpdb;
		$now = gmdate( 'Y-m-d H:i:s' );
		$wpdb->insert(
			$wpdb->prefix . 'orderinvoicer_sync',
			$columns + [
				'order_id'      => $this->order_id,
				'effect'        => 'create_creditnote',
				'refund_id'     => 7,
				'state'         => 'attention',
				'error_code'    => 'refund_lines_differ',
				'error_message' => '{"refund":"4.00","lines":"3.00"}',
				'due_at'        => $now,
				'created_at'    => $now,
				'updated_at'    => $now,
			]
		);
		return (int) $wpdb->insert_id;
	}

	public function test_it_needs_nobody_any_more_and_says_why(): void {
		$id = $this->stopped();
		self::assertSame( 1, $this->valid( $this->call( 'GET', '/overview' ), 'overview' )['needs_you']['orders'] );

		$task = $this->valid( $this->call( 'POST', "/tasks/$id/done-by-hand" ), 'task' );

		self::assertSame(
			[ 'skipped', 'done_by_hand', 'Somebody did this by hand at Sellsy, so it is left alone.', [ 'retry' ] ],
			[ $task['state'], $task['problem']['code'], $task['problem']['text'], $task['acts'] ]
		);
		self::assertSame( 0, $this->valid( $this->call( 'GET', '/overview' ), 'overview' )['needs_you']['orders'] );
		self::assertSame( 0, $this->valid( $this->call( 'GET', '/status' ), 'status' )['counts']['attention'] );
		$timeline = $this->valid( $this->call( 'GET', "/orders/{$this->order_id}/timeline" ), 'timeline' );
		self::assertSame(
			[ 'skipped', 'done_by_hand' ],
			[ $timeline['rows'][0]['tries'][0]['outcome'], $timeline['rows'][0]['tries'][0]['problem']['code'] ]
		);
		self::assertStringContainsString( 'skipped, done_by_hand', $timeline['support'] );
	}

	public function test_what_waited_for_it_is_due_at_once(): void {
		$id      = $this->stopped();
		$waiting = $this->stopped(
			[
				'refund_id'     => 8,
				'state'         => 'queued',
				'error_code'    => 'waits_for_document',
				'error_message' => '{"for":"stopped_refund"}',
				'due_at'        => '2099-01-01 00:00:00',
			]
		);
		$this->valid( $this->call( 'POST', "/tasks/$id/done-by-hand" ), 'task' );

		$tasks = $this->valid( $this->call( 'GET', "/orders/{$this->order_id}" ), 'tasks' );
		$due   = array_column( $tasks, 'due_at', 'id' );
		self::assertLessThanOrEqual( time(), strtotime( $due[ $waiting ] ) );
	}

	public function test_a_row_that_does_not_ask_it_is_refused(): void {
		$id = $this->stopped();
		$this->valid( $this->call( 'POST', "/tasks/$id/done-by-hand" ), 'task' );
		$standing = $this->stopped(
			[
				'effect'      => 'create_invoice',
				'refund_id'   => 0,
				'remote_type' => 'invoice',
				'remote_id'   => 77,
				'error_code'  => 'totals_differ',
			]
		);
		$email    = $this->stopped(
			[
				'effect'     => 'send_document',
				'part'       => 'invoice',
				'error_code' => 'send_unknown',
			]
		);
		foreach ( [ $id, $standing, $email ] as $row ) {
			$answer = $this->call( 'POST', "/tasks/$row/done-by-hand" );
			$this->assert_refused( 409, 'orderinvoicer_nothing_by_hand', $answer );
		}
	}

	public function test_a_document_that_was_deleted_on_purpose_is_left_out(): void {
		$gone  = $this->stopped(
			[
				'effect'      => 'create_invoice',
				'refund_id'   => 0,
				'remote_type' => 'invoice',
				'remote_id'   => 77,
				'error_code'  => 'document_gone',
			]
		);
		$tasks = $this->valid( $this->call( 'GET', "/orders/{$this->order_id}" ), 'tasks' );
		self::assertNull( $tasks[0]['document'], 'No link leads to it.' );
		$task = $this->valid( $this->call( 'POST', "/tasks/$gone/leave-out" ), 'task' );
		self::assertSame(
			[
				'skipped',
				'The document was deleted at Sellsy on purpose, so it is not made again.',
				[ 'make_now' ],
				null,
			],
			[ $task['state'], $task['problem']['text'], $task['acts'], $task['document'] ]
		);

		$this->assert_refused( 409, 'orderinvoicer_not_gone', $this->call( 'POST', "/tasks/$gone/leave-out" ) );
		$answer = $this->call( 'POST', "/tasks/{$this->stopped()}/leave-out" );
		$this->assert_refused( 409, 'orderinvoicer_not_gone', $answer );
	}

	public function test_it_needs_the_right_to_edit_the_order(): void {
		$id = $this->stopped();
		wp_set_current_user( 0 );
		$this->assert_refused( 401, 'orderinvoicer_forbidden', $this->call( 'POST', "/tasks/$id/done-by-hand" ) );
		$this->sign_in( 'customer' );
		$this->assert_refused( 403, 'orderinvoicer_forbidden', $this->call( 'POST', "/tasks/$id/done-by-hand" ) );
		$this->sign_in( 'shop_manager' );
		$task = $this->valid( $this->call( 'POST', "/tasks/$id/done-by-hand" ), 'task' );
		self::assertSame( 'skipped', $task['state'] );
	}
}
