<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Rest;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Secrets\SodiumSecretStore;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\WpdbAttemptLog;
use PHPUnit\Framework\Attributes\DataProvider;

final class TasksControllerTest extends RestTestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->sign_in_as_admin();
	}

	/** @param array<string, mixed> $columns */
	private function row( array $columns = [] ): int {
		global $wpdb;
		$now = gmdate( 'Y-m-d H:i:s' );
		$wpdb->insert(
			$wpdb->prefix . 'orderinvoicer_sync',
			$columns + [
				'order_id'      => wc_create_order()->get_id(),
				'effect'        => 'create_invoice',
				'state'         => 'queued',
				'due_at'        => $now,
				'created_at'    => $now,
				'updated_at'    => $now,
				'error_message' => '',
			]
		);
		return (int) $wpdb->insert_id;
	}

	/** @return array<mixed> */
	private function listed( string $query = '' ): array {
		return $this->valid( $this->call( 'GET', "/tasks?$query" ), 'tasks' );
	}

	/**
	 * @param array<string, mixed>|null $body
	 * @return array<mixed>
	 */
	private function acted( string $path, ?array $body = null ): array {
		return $this->valid( $this->call( 'POST', $path, $body ), 'task' );
	}

	/** @param array<string, string>|null $filter */
	private function retried( ?array $filter = null ): int {
		return $this->valid( $this->call( 'POST', '/tasks/retry', $filter ), 'tasks-retry' )['retried'];
	}

	public function test_the_newest_come_first_and_are_counted(): void {
		$ids = [ $this->row(), $this->row(), $this->row() ];

		$response = $this->call( 'GET', '/tasks?per_page=2' );
		$page     = $this->valid( $response, 'tasks' );

		self::assertSame( [ $ids[2], $ids[1] ], array_column( $page, 'id' ) );
		self::assertSame(
			[ '3', '2' ],
			[ $response->get_headers()['X-WP-Total'], $response->get_headers()['X-WP-TotalPages'] ]
		);
		self::assertSame( [ $ids[0] ], array_column( $this->listed( 'per_page=2&page=2' ), 'id' ) );
	}

	public function test_days_that_are_none_are_refused_and_not_taken_for_others(): void {
		$stopped = $this->row( [ 'state' => 'attention' ] );
		foreach ( [ 'from', 'until' ] as $edge ) {
			$this->assert_refused( 400, 'orderinvoicer_no_such_day', $this->call( 'GET', "/tasks?$edge=2026-99-99" ) );
			$retry = $this->call( 'POST', '/tasks/retry', [ $edge => '2026-02-30' ] );
			$this->assert_refused( 400, 'orderinvoicer_no_such_day', $retry );
		}
		self::assertSame( [ $stopped ], array_column( $this->listed( 'state=attention' ), 'id' ) );
	}

	public function test_they_can_be_listed_by_state(): void {
		$this->row();
		$attention = $this->row( [ 'state' => 'attention' ] );

		self::assertSame( [ $attention ], array_column( $this->listed( 'state=attention' ), 'id' ) );
		self::assertSame( 400, $this->call( 'GET', '/tasks?state=lost' )->get_status() );
		self::assertSame( 400, $this->call( 'GET', '/tasks?per_page=1000' )->get_status() );
	}

	public function test_they_can_be_listed_by_kind_day_and_order(): void {
		$payment = $this->row( [ 'effect' => 'record_payment' ] );
		$old     = $this->row( [ 'updated_at' => '2026-01-02 12:00:00' ] );
		$order   = wc_create_order()->get_id();
		$own     = $this->row( [ 'order_id' => $order ] );
		$ids     = fn( string $query ): array => array_column( $this->listed( $query ), 'id' );

		self::assertSame( [ $payment ], $ids( 'effect=record_payment' ) );
		self::assertSame( [ $old ], $ids( 'from=2026-01-02&until=2026-01-02' ) );
		self::assertSame( [], $ids( 'from=2026-01-03&until=2026-01-04' ) );
		self::assertSame( [ $own ], $ids( "order=%23$order" ) );
		self::assertSame( [], $ids( 'order=nothing' ) );
		self::assertSame( 400, $this->call( 'GET', '/tasks?from=yesterday' )->get_status() );

		$numbers = static fn( string $number ): string => $number === 'A-7' ? (string) $order : $number;
		// Before WooCommerce makes a number of it.
		add_filter( 'woocommerce_shortcode_order_tracking_order_id', $numbers, 9 );
		self::assertSame( [ $own ], $ids( 'order=A-7' ) );
		remove_filter( 'woocommerce_shortcode_order_tracking_order_id', $numbers, 9 );
	}

	public function test_the_timeline_tells_every_try_and_nothing_of_the_buyer(): void {
		$order = wc_create_order( [ 'status' => 'processing' ] );
		$id    = $this->row(
			[
				'order_id'      => $order->get_id(),
				'state'         => 'attention',
				'error_code'    => 'rejected',
				'error_message' => '{"status":400,"message":"client@example.com is taken"}',
			]
		);
		$log = new WpdbAttemptLog( new Sql( $GLOBALS['wpdb'] ) );
		$log->note(
			new Step(
				StepCode::FoundByEmail,
				[
					'type' => 'individual',
					'id'   => 77,
				]
			)
		);
		foreach ( [
			'individuals' => 201,
			'invoices' => 400,
		] as $route => $status ) {
			$log->note(
				new Step(
					StepCode::Answered,
					[
						'route'  => "POST /$route",
						'status' => $status,
					]
				)
			);
		}
		$log->note(
			new Step(
				StepCode::Answered,
				[
					'route'   => 'POST v1:Document.create',
					'status'  => 200,
					'failure' => 'rejected',
				]
			)
		);
		$log->add(
			$id,
			1,
			new \DateTimeImmutable( '2026-11-24 10:00:00', new \DateTimeZone( 'UTC' ) ),
			'attention',
			new Problem(
				ProblemCode::Rejected,
				[
					'status' => 400,
					'message' => 'client@example.com is taken',
				]
			)
		);

		$timeline = $this->valid( $this->call( 'GET', "/orders/{$order->get_id()}/timeline" ), 'timeline' );

		self::assertSame( $id, $timeline['rows'][0]['task']['id'] );
		self::assertSame(
			[
				'Customer: found by e-mail address (Sellsy no. 77).',
				'Sellsy: POST /invoices was answered with status 400.',
				'Sellsy: POST v1:Document.create failed, although it was answered with status 200.',
			],
			$timeline['rows'][0]['tries'][0]['steps']
		);
		self::assertStringContainsString( 'customer_by_email type=individual id=77', $timeline['support'] );
		self::assertStringContainsString( 'answered route=POST /individuals status=201', $timeline['support'] );
		self::assertStringContainsString( 'attention, rejected status=400', $timeline['support'] );
		self::assertStringNotContainsString( 'client@example.com', $timeline['support'] );
		self::assertSame( 404, $this->call( 'GET', '/orders/999998/timeline' )->get_status() );
	}

	/** @return array<string, array{string, string, int}> */
	public static function reasons(): array {
		return [
			'the rule that made the document'       => [ 'create_invoice', 'rule', 1 ],
			'is not why it became final'            => [ 'validate_invoice', 'rule', 0 ],
			'which a person may have asked for'     => [ 'validate_invoice', 'asked', 1 ],
		];
	}

	#[DataProvider( 'reasons' )]
	public function test_the_timeline_says_why( string $effect, string $by, int $told ): void {
		$order = wc_create_order();
		$id    = $this->row(
			[
				'order_id' => $order->get_id(),
				'effect'   => $effect,
				'state'    => 'done',
			]
		);
		$log = new WpdbAttemptLog( new Sql( $GLOBALS['wpdb'] ) );
		$log->note(
			new Step(
				StepCode::Wanted,
				[
					'by'      => $by,
					'trigger' => 'paid',
					'status'  => 'processing',
				]
			)
		);
		$stopped = new Problem( ProblemCode::RoundingOverCap, [ 'amount' => '0.25' ] );
		$at      = new \DateTimeImmutable( '2026-11-24 10:00:00', new \DateTimeZone( 'UTC' ) );
		$log->add( $id, 1, $at, 'attention', $stopped );

		$timeline = $this->valid( $this->call( 'GET', "/orders/{$order->get_id()}/timeline" ), 'timeline' );

		self::assertStringContainsString( '€', $timeline['rows'][0]['tries'][0]['problem']['text'] );
		self::assertCount( $told, $timeline['rows'][0]['tries'][0]['steps'] );
	}

	public function test_neither_log_nor_order_offers_what_was_asked_for(): void {
		$order = wc_create_order();
		$draft = $this->row(
			[
				'order_id'    => $order->get_id(),
				'state'       => 'done',
				'remote_type' => 'invoice',
				'remote_id'   => 77,
			]
		);
		$acts  = function () use ( $order, $draft ): array {
			$rows  = $this->call( 'GET', "/orders/{$order->get_id()}/timeline" )->get_data()['rows'];
			$tasks = [
				...array_column( $rows, 'task' ),
				...$this->call( 'GET', '/tasks' )->get_data(),
				...$this->call( 'GET', "/orders/{$order->get_id()}" )->get_data(),
			];
			$of_it = array_filter( $tasks, static fn ( array $task ): bool => $task['id'] === $draft );
			return array_map( static fn ( array $task ): bool => in_array( 'finalise', $task['acts'], true ), $of_it );
		};
		self::assertSame( [ true, true, true ], array_values( $acts() ) );

		$this->row(
			[
				'order_id'   => $order->get_id(),
				'effect'     => 'validate_invoice',
				'parent_id'  => $draft,
				'asked'      => 1,
				'error_code' => 'sellsy_down',
			]
		);
		self::assertSame( [ false, false, false ], array_values( $acts() ) );
	}

	public function test_a_row_tells_order_document_and_problem(): void {
		$id = $this->row(
			[
				'state'         => 'attention',
				'remote_type'   => 'invoice',
				'remote_id'     => 77,
				'remote_number' => 'F-1',
				'error_code'    => 'tax_unmapped',
				'error_message' => '{"rate_id":3,"rate_label":"TVA","percent":"8.5"}',
			]
		);

		$task = $this->listed()[0];

		self::assertSame( $id, $task['id'] );
		self::assertSame( (string) $task['order']['id'], $task['order']['number'] );
		self::assertStringContainsString( 'wp-admin', $task['order']['edit_url'] );
		self::assertSame( 'F-1', $task['document']['number'] );
		self::assertStringEndsWith( '/?_f=invoiceOverview&id=77', $task['document']['url'] );
		self::assertStringContainsString( '8.5', $task['problem']['text'] );
		self::assertMatchesRegularExpression( '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/', $task['due_at'] );
	}

	public function test_an_order_that_is_gone_still_has_a_row(): void {
		$this->row( [ 'order_id' => 999999 ] );

		self::assertSame( '', $this->listed()[0]['order']['edit_url'] );
	}

	public function test_one_can_be_tried_again_and_so_can_all(): void {
		$one   = $this->row( [ 'state' => 'attention' ] );
		$other = $this->row( [ 'state' => 'attention' ] );

		self::assertSame( 'queued', $this->acted( "/tasks/$one/retry" )['state'] );
		self::assertSame( [ $other ], array_column( $this->listed( 'state=attention' ), 'id' ) );
		self::assertSame( 1, $this->retried() );
		self::assertSame( [], $this->listed( 'state=attention' ) );
	}

	public function test_those_with_one_problem_can_be_listed_and_tried_again(): void {
		$taxed   = [
			'state'      => 'attention',
			'error_code' => 'tax_unmapped',
		];
		$rows    = [ $this->row( $taxed ), $this->row( $taxed ) ];
		$other   = $this->row( [ 'error_code' => 'rejected' ] + $taxed );
		$waiting = $this->row( [ 'state' => 'queued' ] + $taxed );
		$ids     = fn( string $query ): array => array_column( $this->listed( $query ), 'id' );

		self::assertSame( array_reverse( $rows ), $ids( 'state=attention&problem=tax_unmapped' ) );
		self::assertSame( [ $waiting, $rows[1], $rows[0] ], $ids( 'problem=tax_unmapped' ) );
		self::assertSame( [], $ids( 'problem=unheard_of' ) );
		self::assertSame( 400, $this->call( 'GET', '/tasks?problem=No%20code' )->get_status() );

		self::assertSame( 2, $this->retried( [ 'problem' => 'tax_unmapped' ] ) );
		self::assertSame( [ $other ], $ids( 'state=attention' ) );
		self::assertSame( 0, $this->retried( [ 'problem' => 'unheard_of' ] ) );
		self::assertSame( 400, $this->call( 'POST', '/tasks/retry', [ 'problem' => '' ] )->get_status() );
		self::assertSame( 400, $this->call( 'POST', '/tasks/retry', [ 'cause' => 'rejected' ] )->get_status() );
	}

	public function test_what_was_tried_again_together_is_told_by_how_it_ended(): void {
		$stopped = [
			'state'      => 'attention',
			'error_code' => 'tax_unmapped',
		];
		$rows    = [ $this->row( $stopped ), $this->row( $stopped ), $this->row( $stopped ) ];
		$this->row( [ 'error_code' => 'which_rule' ] + $stopped ); // A person looks at each.

		$ids = $this->valid( $this->call( 'POST', '/tasks/retry' ), 'tasks-retry' )['ids'];
		self::assertEqualsCanonicalizing( $rows, $ids );
		$came = fn (): array => $this->valid(
			$this->call( 'GET', '/tasks/retried?ids=' . implode( ',', $ids ) ),
			'retried-tasks'
		);
		self::assertSame( [ [ 'queued', '', 3 ] ], array_map( array_values( ... ), $came() ) );

		global $wpdb;
		$wpdb->update( "{$wpdb->prefix}orderinvoicer_sync", [ 'state' => 'done' ], [ 'id' => $rows[0] ] );
		$wpdb->update( "{$wpdb->prefix}orderinvoicer_sync", $stopped, [ 'id' => $rows[1] ] );

		self::assertEqualsCanonicalizing(
			[ [ 'queued', '', 1 ], [ 'attention', 'tax_unmapped', 1 ], [ 'done', '', 1 ] ],
			array_map( array_values( ... ), $came() )
		);
		self::assertSame( 400, $this->call( 'GET', '/tasks/retried' )->get_status() );
		self::assertSame( 400, $this->call( 'GET', '/tasks/retried?ids=' )->get_status() );
	}

	public function test_what_a_filter_lists_is_tried_again_and_nothing_else(): void {
		$stopped = [
			'state'      => 'attention',
			'error_code' => 'tax_unmapped',
		];
		$order   = wc_create_order()->get_id();
		$old     = $this->row( [ 'updated_at' => '2026-01-02 10:00:00' ] + $stopped );
		$note    = $this->row( [ 'effect' => 'create_delivery' ] + $stopped );
		$own     = $this->row( [ 'order_id' => $order ] + $stopped );
		$skipped = $this->row(
			[
				'order_id' => $order,
				'effect'   => 'create_estimate',
				'state'    => 'skipped',
			]
		);
		$ids     = fn( string $query ): array => array_column( $this->listed( $query ), 'id' );
		$retried = $this->retried( ... );

		self::assertSame( [ $own, $note, $old ], $ids( 'state=attention' ) );
		self::assertSame( 0, $retried( [ 'order' => 'no such order' ] ) );
		self::assertSame( 0, $retried( [ 'from' => '2026-01-03' ] + [ 'until' => '2026-01-04' ] ) );
		self::assertSame( 1, $retried( [ 'order' => (string) $order ] ) );
		self::assertSame( [ $note, $old ], $ids( 'state=attention' ) );
		self::assertSame( 1, $retried( [ 'until' => '2026-01-02' ] ) );
		self::assertSame( [ $note ], $ids( 'state=attention' ) );
		self::assertSame( 0, $retried( [ 'effect' => 'create_invoice' ] ) );
		self::assertSame( 1, $retried( [ 'effect' => 'create_delivery' ] ) );
		self::assertSame( [ $skipped ], $ids( 'state=skipped' ) );
	}

	/** What is meant to narrow never widens. */
	public function test_a_filter_that_says_nothing_is_refused_where_all_would_be_tried_again(): void {
		$this->row( [ 'state' => 'attention' ] );

		foreach ( [
			[ 'effect' => 'all' ],
			[ 'order' => '' ],
			[ 'from' => '' ],
			[ 'until' => 'yesterday' ],
			[ 'state' => 'done' ],
		] as $filter ) {
			$answer = $this->call( 'POST', '/tasks/retry', $filter );
			self::assertSame( 400, $answer->get_status(), (string) key( $filter ) );
		}
		self::assertCount( 1, $this->listed( 'state=attention' ) );
	}

	public function test_a_choice_needs_a_kind_and_an_id(): void {
		$id = $this->row( [ 'state' => 'attention' ] );

		$offered = $this->valid( $this->call( 'GET', "/tasks/$id/customer" ), 'customer-candidates' );
		self::assertSame( [], $offered['candidates'] );
		self::assertSame( 400, $this->call( 'POST', "/tasks/$id/customer", [ 'type' => 'company' ] )->get_status() );
		self::assertSame(
			400,
			$this->call(
				'POST',
				"/tasks/$id/customer",
				[
					'type' => 'friend',
					'id'   => 1,
				]
			)->get_status()
		);
	}

	public function test_only_a_customer_that_is_offered_may_be_chosen_and_only_where_the_row_asks(): void {
		$asks  = [
			'state'         => 'attention',
			'error_code'    => 'several_customers',
			'error_message' => '{"candidates":"[{\\"type\\":\\"company\\",\\"id\\":7}]"}',
		];
		$id    = $this->row( [ 'order_id' => wc_create_order()->get_id() ] + $asks );
		$done  = $this->row(
			[
				'order_id' => wc_create_order()->get_id(),
				'state'    => 'done',
			] + $asks
		);
		$other = fn ( int $row, int $customer ): \WP_REST_Response => $this->call(
			'POST',
			"/tasks/$row/customer",
			[
				'type' => 'company',
				'id'   => $customer,
			]
		);

		$this->assert_refused( 409, 'orderinvoicer_not_offered', $other( $id, 8 ) );
		$this->assert_refused( 409, 'orderinvoicer_not_offered', $other( $done, 7 ) );
		$this->assert_refused( 409, 'orderinvoicer_not_offered', $this->call( 'POST', "/tasks/$done/customer/none" ) );
		self::assertSame( 'attention', $this->listed( 'state=attention' )[0]['state'] );
		self::assertSame( 'queued', $this->acted( "/tasks/$id/customer/none" )['state'] );
		$this->assert_refused( 409, 'orderinvoicer_not_offered', $other( $id, 7 ) );
	}

	public function test_an_act_that_needs_sellsy_says_what_sellsy_did_not_answer(): void {
		( new CredentialStore( SodiumSecretStore::for_site( new FreshOptions( new Sql( $GLOBALS['wpdb'] ) ) ), null ) )
			->save( new Credentials( 'unknown', 'secret' ) );
		delete_option( 'orderinvoicer_account' );
		$acts = [
			'customer/none' => [ 'several_customers', '{"candidates":"[{\\"type\\":\\"company\\",\\"id\\":7}]"}' ],
			'retry'         => [ 'made_unknown', '{"of":"customer","key":"S-1"}' ],
		];
		foreach ( $acts as $act => [ $code, $facts ] ) {
			$row = $this->row(
				[
					'order_id'      => wc_create_order()->get_id(),
					'state'         => 'attention',
					'error_code'    => $code,
					'error_message' => $facts,
				]
			);
			$this->assert_refused( 502, 'orderinvoicer_sellsy_failed', $this->call( 'POST', "/tasks/$row/$act" ) );
		}
	}

	public function test_all_rows_of_one_order_can_be_read(): void {
		$order = wc_create_order()->get_id();
		$this->row();
		$own = [
			$this->row(
				[
					'order_id'    => $order,
					'effect'      => 'create_estimate',
					'remote_type' => 'estimate',
					'remote_id'   => 8,
				]
			),
			$this->row(
				[
					'order_id'  => $order,
					'effect'    => 'create_creditnote',
					'refund_id' => 9,
				]
			),
		];

		$tasks = $this->valid( $this->call( 'GET', "/orders/$order" ), 'tasks' );

		self::assertSame( $own, array_column( $tasks, 'id' ) );
		self::assertSame( [ 'Estimate', 'Credit note for refund 9' ], array_column( $tasks, 'what' ) );
		self::assertStringEndsWith( '/?_f=estimateOverview&id=8', $tasks[0]['document']['url'] );
	}

	public function test_a_person_names_the_document_to_be_made(): void {
		$order = wc_create_order()->get_id();

		$delivery = $this->acted( "/orders/$order/sync", [ 'document' => 'delivery' ] );
		self::assertSame( 'create_delivery', $delivery['effect'] );
		self::assertSame( 'create_invoice', $this->acted( "/orders/$order/sync" )['effect'] );
		self::assertSame(
			400,
			$this->call( 'POST', "/orders/$order/sync", [ 'document' => 'creditnote' ] )->get_status()
		);
	}

	public function test_what_the_state_of_an_order_forbids_is_refused_with_the_reason(): void {
		$order  = wc_create_order( [ 'status' => 'cancelled' ] );
		$answer = $this->call( 'POST', "/orders/{$order->get_id()}/sync", [ 'document' => 'invoice' ] );

		$this->assert_refused( 409, 'orderinvoicer_no_longer_triggered', $answer );
		self::assertStringContainsString( 'change its status first', $answer->get_data()['message'] );
		self::assertSame( [], $this->valid( $this->call( 'GET', "/orders/{$order->get_id()}" ), 'tasks' ) );
	}

	public function test_all_are_retried_only_once_a_person_said_yes_to_what_becomes_final(): void {
		$order = wc_create_order();
		$order->set_total( '24.5' );
		$order->save();
		$id = $this->row(
			[
				'order_id'   => $order->get_id(),
				'state'      => 'attention',
				'error_code' => 'tax_unmapped',
			]
		);
		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'finalise' => 'at_once' ] ] );

		$asked = $this->valid( $this->call( 'POST', '/tasks/retry' ), 'tasks-retry' );
		self::assertSame( 0, $asked['retried'] );
		self::assertStringContainsString( '24,50', $asked['asks'][0] ?? '' );
		self::assertStringContainsString( 'they are there to stay', $asked['asks'][0] );
		self::assertSame( 'attention', $this->listed()[0]['state'] );

		self::assertSame( 0, $this->retried( [ 'seen' => '9|9|1.00 EUR' ] ), 'Something else was seen.' );
		self::assertSame( 1, $this->retried( [ 'seen' => $asked['seen'] ] ) );
		self::assertSame( [ $id, 'queued' ], [ $this->listed()[0]['id'], $this->listed()[0]['state'] ] );
	}

	public function test_the_list_says_how_many_can_be_retried_together(): void {
		$this->row( [ 'state' => 'attention' ] );
		$this->row(
			[
				'state'      => 'attention',
				'error_code' => 'send_unknown',
			]
		);
		$this->row( [ 'state' => 'done' ] );
		$headers = fn ( string $query ): array => $this->call( 'GET', "/tasks$query" )->get_headers();
		$count   = static fn ( string $query ): string => $headers( $query )['X-OrderInvoicer-Retryable'] ?? '';

		self::assertSame(
			[ '1', '1', '0', '0', '0' ],
			array_map(
				$count,
				[ '', '?state=attention&per_page=1', '?state=done', '?problem=send_unknown', '?effect=create_estimate' ]
			)
		);
	}

	public function test_what_becomes_final_is_told_with_customer_and_total(): void {
		$order = wc_create_order();
		$order->set_billing_first_name( 'Zoé' );
		$order->set_billing_last_name( 'Martin' );
		$order->set_total( '24.5' );
		$order->save();
		$this->row(
			[
				'order_id'    => $order->get_id(),
				'state'       => 'done',
				'remote_type' => 'invoice',
				'remote_id'   => 77,
			]
		);

		$task = $this->listed()[0];

		self::assertSame( [ 'finalise' ], $task['acts'] );
		self::assertSame( "Invoice for Zoé Martin: 24,50\u{00A0}€.", $task['final'][0] ?? '' );
		$order->set_status( 'cancelled' );
		$order->save();
		$task = $this->listed()[0];
		self::assertSame( [ [], [] ], [ $task['acts'], $task['final'] ] );
	}

	public function test_what_becomes_final_after_a_retry_is_told_too(): void {
		$order = wc_create_order();
		$order->set_billing_company( 'Alpha SAS' );
		$order->set_total( '24.5' );
		$order->save();
		$this->row(
			[
				'order_id'   => $order->get_id(),
				'state'      => 'attention',
				'error_code' => 'several_customers',
			]
		);
		self::assertArrayNotHasKey( 'goes_final', $this->listed()[0] );

		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'finalise' => 'at_once' ] ] );
		$task = $this->listed()[0];

		self::assertSame( [ 'choose_customer', 'retry', 'done_by_hand' ], $task['acts'] );
		self::assertSame( [], $task['final'] );
		self::assertSame(
			"Invoice for Alpha SAS: 24,50\u{00A0}€.",
			$task['goes_final'][0] ?? ''
		);
	}

	public function test_only_a_draft_can_be_made_final(): void {
		$this->assert_refused( 409, 'orderinvoicer_no_draft', $this->call( 'POST', "/tasks/{$this->row()}/finalise" ) );
	}

	public function test_a_row_offers_what_may_be_done_with_it_while_its_order_is_there(): void {
		$columns = [
			'state'         => 'attention',
			'effect'        => 'send_document',
			'part'          => 'invoice',
			'error_code'    => 'send_unknown',
			'error_message' => '{"kind":"invoice"}',
		];
		$this->row( $columns + [ 'order_id' => 999999 ] );
		$this->row( $columns );

		self::assertSame( [ [ 'mark_sent', 'send_again' ], [] ], array_column( $this->listed(), 'acts' ) );
	}

	public function test_an_e_mail_counts_as_sent_once_a_person_says_so(): void {
		$id = $this->row(
			[
				'state'         => 'attention',
				'effect'        => 'send_document',
				'part'          => 'invoice',
				'error_code'    => 'send_unknown',
				'error_message' => '{"kind":"invoice"}',
			]
		);

		$task = $this->acted( "/tasks/$id/sent" );

		self::assertSame( [ 'done', null, [] ], [ $task['state'], $task['problem'], $task['acts'] ] );
		$this->assert_refused( 409, 'orderinvoicer_nothing_unknown', $this->call( 'POST', "/tasks/$id/sent" ) );
	}

	public function test_the_timeline_names_its_rule_in_words(): void {
		$order = wc_create_order( [ 'status' => 'processing' ] );
		$id    = $this->row( [ 'order_id' => $order->get_id() ] );
		$log   = new WpdbAttemptLog( new Sql( $GLOBALS['wpdb'] ) );
		foreach ( [ 'paid', 'status:on-hold' ] as $trigger ) {
			$log->note(
				new Step(
					StepCode::Wanted,
					[
						'by'      => 'rule',
						'trigger' => $trigger,
						'status'  => 'processing',
					]
				)
			);
		}
		$log->add( $id, 1, new \DateTimeImmutable( '2026-11-24 10:00:00', new \DateTimeZone( 'UTC' ) ), 'done', null );

		$timeline = $this->valid( $this->call( 'GET', "/orders/{$order->get_id()}/timeline" ), 'timeline' );

		self::assertSame(
			[
				'Rule: made when the order is paid. The order was “Processing”.',
				'Rule: made when the order is “On hold”. The order was “Processing”.',
			],
			$timeline['rows'][0]['tries'][0]['steps']
		);
	}
}
