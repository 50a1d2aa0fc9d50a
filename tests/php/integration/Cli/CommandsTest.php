<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Cli;

use OrderInvoicer\Tests\Integration\CommittedTestCase;

/** The commands as a person at the terminal runs them, in a process of their own. */
final class CommandsTest extends CommittedTestCase {

	/** @return array{code: int, out: string, all: string} */
	private function wp( string $command, string $input = '' ): array {
		$process = proc_open(
			$this->command( $command ),
			[ [ 'pipe', 'r' ], [ 'pipe', 'w' ], [ 'pipe', 'w' ] ],
			$pipes
		);
		self::assertIsResource( $process );
		fwrite( $pipes[0], $input );
		fclose( $pipes[0] );
		$out   = (string) stream_get_contents( $pipes[1] );
		$error = (string) stream_get_contents( $pipes[2] );
		return [
			'code' => proc_close( $process ),
			'out'  => $out,
			'all'  => $out . $error,
		];
	}

	private function command( string $command ): string {
		return sprintf(
			'php -d memory_limit=512M %s --allow-root --path=%s orderinvoicer %s',
			escapeshellarg( (string) getenv( 'ORDERINVOICER_WP_CLI' ) ),
			escapeshellarg( (string) getenv( 'ORDERINVOICER_SITE_DIR' ) ),
			$command
		);
	}

	private function connect(): void {
		$import = [
			'shop_code'  => 'CLI',
			'connection' => [
				'client_id'     => 'sandbox-client',
				'client_secret' => 'sandbox-secret',
			],
		];
		$this->json( $this->wp( 'settings import - --format=json', (string) json_encode( $import ) ) );
	}

	/**
	 * @param array{code: int, out: string, all: string} $answer
	 * @return array<mixed>
	 */
	private function json( array $answer ): array {
		self::assertSame( 0, $answer['code'], $answer['all'] );
		return (array) json_decode( $answer['out'], true, 512, JSON_THROW_ON_ERROR );
	}

	public function test_settings_are_imported_from_standard_input_with_secrets_that_are_never_shown(): void {
		$this->allow_sandbox();
		$import = [
			'shop_code'  => 'CLI',
			'invoice'    => [ 'enabled' => true ],
			'connection' => [
				'client_id'     => 'sandbox-client',
				'client_secret' => 'sandbox-secret',
			],
		];

		$answer   = $this->wp( 'settings import - --format=json', (string) json_encode( $import ) );
		$settings = $this->json( $answer );

		self::assertSame( [ 'CLI', true ], [ $settings['shop_code'], $settings['invoice']['enabled'] ] );
		self::assertSame( 'connected', $this->json( $this->wp( 'status --format=json' ) )['connection']['state'] );
		self::assertStringNotContainsString(
			'sandbox-secret',
			$answer['all'] . $this->wp( 'status' )['all'] . $this->wp( 'settings get' )['all']
		);
	}

	public function test_the_doctor_says_by_its_exit_status_whether_all_is_as_expected(): void {
		$sandbox = $this->allow_sandbox();
		self::assertSame( 1, $this->wp( 'doctor' )['code'] );
		$this->connect();

		$report = $this->json( $this->wp( 'doctor --format=json' ) );
		self::assertSame( [ 'over', 'agrees' ], [ $report['run'], $report['assumptions']['rounding']['seen'] ] );
		self::assertSame( [ 'good', 'recommended' ], [ $report['shop']['connection'], $report['shop']['https'] ] );

		$sandbox->call( 'POST', '/_sandbox/options', [ 'put_items' => 'clear' ] );
		$kept = $this->wp( 'doctor' );
		self::assertSame( 0, $kept['code'], $kept['all'] );
		self::assertStringContainsString( '[Could be better] ', $kept['out'] );
		$again = $this->wp( 'doctor --again' );
		self::assertSame( 2, $again['code'], $again['all'] );
		self::assertStringContainsString(
			'[Otherwise] Changing one field of a product (put-keeps-items: ',
			$again['out']
		);
		self::assertSame( [], $sandbox->state()['items'] );
	}

	/** In the middle of a step or between two: whoever comes next waits for nobody. */
	public function test_a_doctor_that_was_interrupted_holds_up_no_other(): void {
		$sandbox = $this->allow_sandbox();
		$this->connect();
		$sandbox->fault(
			[
				'mode'  => 'slow',
				'ms'    => 3000,
				'path'  => '/companies',
				'times' => 1,
			]
		);
		$process = proc_open( 'exec ' . $this->command( 'doctor' ) . ' 2>&1', [ 1 => [ 'pipe', 'w' ] ], $pipes );
		self::assertIsResource( $process );
		fgets( $pipes[1] );
		sleep( 1 );
		proc_terminate( $process, SIGINT );
		self::assertStringContainsString( 'it goes on from here', (string) stream_get_contents( $pipes[1] ) );
		self::assertSame( 1, proc_close( $process ) );

		$next = $this->wp( 'doctor' );

		self::assertSame( 0, $next['code'], $next['all'] );
		self::assertStringNotContainsString( 'goes on with it in the background', $next['out'] );
		self::assertSame( [], $sandbox->state()['items'] );
	}

	public function test_the_doctor_leads_to_the_drafts_that_were_asked_for_and_its_report_does_not(): void {
		$sandbox = $this->allow_sandbox();
		$this->connect();

		$drafts = $this->wp( 'doctor --drafts' );

		self::assertSame( 0, $drafts['code'], $drafts['all'] );
		self::assertStringContainsString( '5 things named', $drafts['out'] );
		self::assertMatchesRegularExpression( '~^ +Sales order http\S+_f=orderOverview&id=\d+$~m', $drafts['out'] );
		self::assertCount( 1, $sandbox->state()['orders'] );

		$report = $this->wp( 'doctor --format=json' );
		self::assertSame( 1, $this->json( $report )['left']['order'] );
		self::assertStringNotContainsString( '_f=', $report['out'] );
	}

	public function test_stock_is_shown_and_compared_only_where_a_warehouse_is_chosen(): void {
		$stock = $this->json( $this->wp( 'stock --format=json' ) );
		self::assertSame( [ 'no_warehouse', [] ], [ $stock['standing'], $stock['products'] ] );

		$answer = $this->wp( 'stock --compare' );
		self::assertSame( 1, $answer['code'] );
		self::assertStringContainsString( 'Nothing can be compared now', $answer['all'] );
	}

	public function test_what_cannot_be_done_says_why_and_what_next(): void {
		$days = '--from=2025-01-01 --to=2025-12-31';
		foreach ( [
			'sync 999999'                                  => 'There is no order 999999. The id stands in',
			'reissue 999999'                               => 'Nothing was credited: order 999999 has no final invoice',
			"backfill $days --status=nonsense --count-only" => 'no status nonsense. It has: pending, processing',
			'backfill --from=2025-12-31 --to=2025-01-01'   => 'Nothing was started. Give days such as --from=',
			'backfill pause'                               => 'Nothing was changed. "wp orderinvoicer backfill status"',
			'settings import /nowhere.json'                => 'Nothing was imported: the file cannot be read',
			'doctor'                                       => 'Connect it in the settings',
		] as $command => $says ) {
			$answer = $this->wp( $command );
			self::assertSame( 1, $answer['code'], $command );
			self::assertStringContainsString( $says, $answer['all'] );
		}
	}

	/** What an access lacks is said of what it lacks alone; programs are told all. */
	public function test_the_status_complains_of_no_right_that_is_there(): void {
		$this->allow_sandbox();
		$this->connect();
		self::assertStringNotContainsString( 'accounts.read', $this->wp( 'status' )['out'] );
		self::assertStringContainsString( 'accounts.read', $this->wp( 'status --format=json' )['out'] );
	}

	public function test_a_lost_table_is_said_and_no_critical_error(): void {
		global $wpdb;
		$wpdb->query( "RENAME TABLE {$wpdb->prefix}orderinvoicer_sync TO {$wpdb->prefix}lost" );
		try {
			$answer = $this->wp( 'run' );
		} finally {
			$wpdb->query( "RENAME TABLE {$wpdb->prefix}lost TO {$wpdb->prefix}orderinvoicer_sync" );
		}
		self::assertSame( 1, $answer['code'], $answer['all'] );
		self::assertStringContainsString( 'The database did not answer', $answer['all'] );
		self::assertStringNotContainsString( 'critical error', $answer['all'] );
	}

	public function test_diagnostics_come_as_text_and_as_json(): void {
		$document = $this->json( $this->wp( 'diagnostics --format=json' ) );
		$text     = $this->wp( 'diagnostics' );

		self::assertSame(
			[ 'generated_at', 'health', 'work', 'environment', 'plugins', 'settings', 'attempts', 'log' ],
			array_keys( $document )
		);
		self::assertContains(
			[
				'name' => 'hooks_not_in_place',
				'value' => '',
			],
			$document['work']
		);
		self::assertSame( 0, $text['code'], $text['all'] );
		self::assertStringContainsString( "### Settings\nshop_code: ", $text['out'] );
	}

	/** Written by hand, or for another shop. */
	public function test_what_this_shop_does_not_have_is_said_and_a_rule_need_not_say_what_nobody_knows(): void {
		$rule   = [
			'id'               => 7,
			'gateways'         => [],
			'buyer'            => 'company',
			'area'             => '',
			'makes'            => true,
			'trigger'          => 'status:at-the-warehouse',
			'finalise'         => 'manual',
			'email'            => false,
			'owner_id'         => null,
			'model_id'         => null,
			'rate_category_id' => null,
		];
		$import = [
			'invoice'   => [ 'rules' => [ $rule ] ],
			'tax_rates' => [
				[
					'rate_id' => 987654,
					'tax_id'  => 3,
				],
			],
		];
		$answer = $this->wp( 'settings import -', (string) json_encode( $import ) );
		self::assertSame( 0, $answer['code'], $answer['all'] );
		self::assertStringContainsString( 'no order status "at-the-warehouse"', $answer['all'] );
		self::assertStringContainsString( 'no tax rate with the id 987654', $answer['all'] );
	}

	public function test_a_file_that_mends_a_setting_releases_nothing_and_says_what_could_go_on(): void {
		global $wpdb;
		$now = gmdate( 'Y-m-d H:i:s', time() - 60 );
		$row = [
			'order_id'      => 987654,
			'effect'        => 'create_invoice',
			'state'         => 'attention',
			'error_code'    => 'tax_unmapped',
			'error_message' => '{"rate_id":1}',
			'due_at'        => $now,
			'created_at'    => $now,
			'updated_at'    => $now,
		];
		self::assertSame( 1, $wpdb->insert( "{$wpdb->prefix}orderinvoicer_sync", $row ), $wpdb->last_error );
		$rate   = [
			'rate_id' => 987654,
			'tax_id'  => 4,
		];
		$answer = $this->wp( 'settings import -', (string) json_encode( [ 'tax_rates' => [ $rate ] ] ) );
		self::assertSame( 0, $answer['code'], $answer['all'] );
		self::assertStringContainsString( '1 task can go on', $answer['all'] );
		self::assertStringContainsString( 'Nothing goes on by itself', $answer['all'] );
		$state = $wpdb->get_var( "SELECT state FROM {$wpdb->prefix}orderinvoicer_sync WHERE order_id = 987654" );
		self::assertSame( 'attention', $state );
	}

	public function test_a_wrong_file_changes_nothing_and_fails(): void {
		$before = $this->wp( 'settings get --format=json' )['out'];
		$answer = $this->wp( 'settings import -', '{"rounding_cap":3,"colour":"blue"}' );

		self::assertSame( 1, $answer['code'] );
		self::assertStringContainsString( 'colour', $answer['all'] );
		self::assertSame( 1, $this->wp( 'settings import /nowhere.json' )['code'] );
		self::assertSame( $before, $this->wp( 'settings get --format=json' )['out'] );
	}

	public function test_keys_that_sellsy_refuses_are_not_passed_over_in_silence(): void {
		$this->allow_sandbox();

		$answer = $this->wp(
			'settings import -',
			'{"connection":{"client_id":"sandbox-client","client_secret":"wrong"}}'
		);

		self::assertSame( 1, $answer['code'] );
		self::assertStringContainsString(
			'Error: Sellsy does not know this client ID with this secret, so nothing was stored.',
			$answer['all']
		);
		self::assertStringNotContainsString( 'wrong', $answer['all'] );
	}

	public function test_keys_that_sellsy_refuses_change_nothing_and_fail_where_others_are_stored(): void {
		$this->allow_sandbox();
		$this->wp(
			'settings import -',
			'{"connection":{"client_id":"sandbox-client","client_secret":"sandbox-secret"}}'
		);
		$before = $this->wp( 'settings get --format=json' )['out'] . $this->wp( 'status --format=json' )['out'];

		$answer = $this->wp(
			'settings import -',
			'{"shop_code":"OTHER","connection":{"client_id":"sandbox-client","client_secret":"mistyped"}}'
		);

		self::assertSame( 1, $answer['code'] );
		self::assertStringContainsString(
			'Error: Sellsy does not know this client ID with this secret, so nothing was changed: the'
				. ' earlier keys stay in place.',
			$answer['all']
		);
		self::assertStringNotContainsString( 'mistyped', $answer['all'] );
		self::assertSame(
			$before,
			$this->wp( 'settings get --format=json' )['out'] . $this->wp( 'status --format=json' )['out']
		);
	}

	public function test_a_dry_run_without_sellsy_says_so_in_words(): void {
		$answer = $this->wp( 'dry-run' );

		self::assertSame( 1, $answer['code'] );
		self::assertStringContainsString(
			'This shop is not connected to Sellsy. Connect it in the settings',
			$answer['all']
		);
	}

	public function test_a_misspelt_kind_of_document_starts_nothing(): void {
		$days = '--from=2025-01-01 --to=2025-12-31';

		self::assertSame( 1, $this->wp( "backfill $days --kind=invoice,estimat" )['code'] );
		self::assertSame( [ 'backfill' => null ], $this->json( $this->wp( 'backfill status --format=json' ) ) );
		self::assertSame(
			[ 'orders' ],
			array_keys(
				$this->json( $this->wp( "backfill $days --kind='invoice, estimate' --count-only --format=json" ) )
			)
		);
	}

	public function test_one_order_and_everything_that_is_due(): void {
		$order = wc_create_order();

		self::assertSame(
			$order->get_id(),
			$this->json( $this->wp( "sync {$order->get_id()} --format=json" ) )['order']['id']
		);
		self::assertSame( 1, $this->wp( 'sync 999999' )['code'] );
		$cancelled = $this->wp( 'sync ' . wc_create_order( [ 'status' => 'cancelled' ] )->get_id() );
		self::assertSame( 1, $cancelled['code'] );
		self::assertStringContainsString( 'change its status first', $cancelled['all'] );
		self::assertArrayHasKey( 'worked', $this->json( $this->wp( 'run --format=json' ) ) );
	}

	public function test_an_order_that_something_else_invoiced_is_no_error(): void {
		$order = wc_create_order();
		$order->update_meta_data( 'orderinvoicer.invoice_url', 'https://www.sellsy.com/?_f=invoice&id=5' );
		$order->save();
		$answer = $this->wp( "sync {$order->get_id()}" );
		self::assertSame( 0, $answer['code'], $answer['all'] );
		self::assertStringContainsString( 'so it is not made again', $answer['all'] );
		$answer = $this->json( $this->wp( "sync {$order->get_id()} --format=json" ) );
		self::assertSame( [ 'nothing_to_do' ], array_keys( $answer ) );
	}

	public function test_a_person_reads_a_table(): void {
		self::assertStringContainsString( 'counts.attention', $this->wp( 'status' )['out'] );
	}
}
