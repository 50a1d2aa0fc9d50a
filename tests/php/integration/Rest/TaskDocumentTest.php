<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

final class TaskDocumentTest extends RestTestCase {

	public function test_a_draft_is_named_and_a_step_beside_a_document_is_not_taken_for_one(): void {
		global $wpdb;
		$this->sign_in_as_admin();
		$order = wc_create_order()->get_id();
		$now   = gmdate( 'Y-m-d H:i:s' );
		foreach ( [ 'create_creditnote', 'link_creditnote' ] as $effect ) {
			$wpdb->insert(
				$wpdb->prefix . 'orderinvoicer_sync',
				[
					'order_id'      => $order,
					'refund_id'     => 19,
					'effect'        => $effect,
					'state'         => 'done',
					'remote_type'   => 'creditnote',
					'remote_id'     => 77,
					'due_at'        => $now,
					'created_at'    => $now,
					'updated_at'    => $now,
					'error_message' => '',
				]
			);
		}

		$tasks     = $this->valid( $this->call( 'GET', '/tasks?per_page=2' ), 'tasks' );
		$documents = array_column( $tasks, 'document', 'effect' );

		self::assertSame( '', $documents['create_creditnote']['number'] ?? null );
		self::assertArrayHasKey( 'link_creditnote', $documents );
		self::assertNull( $documents['link_creditnote'] );
	}
}
