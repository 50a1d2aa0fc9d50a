<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Features\Doctor\Doctor;
use OrderInvoicer\Features\Doctor\DoctorReport;
use OrderInvoicer\Features\Doctor\DoctorText;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Features\Doctor\Progress;
use OrderInvoicer\Tests\Integration\Engine\Cuts;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Size;
use OrderInvoicer\Wiring\Engine;
use PHPUnit\Framework\Attributes\Group;

/** The doctor beside the sandbox: as it is assumed, each fact turned, cut off, refused, and short of calls. */
final class DoctorTest extends DoctorTestCase {

	private const HIDE_OTHERS = [ 'amounts-are-strings', 'rights-before-objects', 'search-lag' ];

	public function test_an_account_that_is_as_assumed_costs_forty_calls_at_most_and_keeps_nothing(): void {
		$this->sell();
		$before = $this->objects();
		$this->sandbox->call( 'DELETE', '/_sandbox/calls' );

		$record = $this->examine();

		self::assertSame( [], $this->named( $record, State::Otherwise ) );
		self::assertSame( [ 'currency-of-category' ], $this->named( $record, State::NotKnown ) );
		self::assertSame( DoctorReport::AS_EXPECTED, $this->report()->exit_code( $record ) );
		self::assertSame( $before, $this->objects() );
		self::assertSame( [], $record->traces );
		self::assertLessThanOrEqual( Doctor::MOST_CALLS, count( $this->calls() ) );
	}

	/** As the page does it: what one request made, another one deletes. */
	public function test_each_step_may_be_a_request_of_its_own(): void {
		$this->sell();
		$before = $this->objects();
		$this->sandbox->call( 'DELETE', '/_sandbox/calls' );
		$this->doctor()->begin( false );

		do {
			$progress = $this->doctor()->step();
		} while ( $progress->state === Progress::GOES_ON );

		self::assertSame( Progress::OVER, $progress->state );
		self::assertSame( $before, $this->objects() );
		self::assertSame( DoctorReport::AS_EXPECTED, $this->report()->exit_code( $this->doctor()->record() ) );
		self::assertLessThanOrEqual( Doctor::MOST_CALLS, count( $this->calls() ) );
	}

	/** @return iterable<string, array{string, array<string, mixed>}> */
	public static function turned(): iterable {
		return Size::third( self::all_turned() );
	}

	/** @return iterable<string, array{string, array<string, mixed>}> */
	private static function all_turned(): iterable {
		$file = dirname( __DIR__, 4 ) . '/includes/Features/Doctor/assumptions.json';
		foreach ( (array) json_decode( (string) file_get_contents( $file ), true ) as $name => $row ) {
			if ( $row['tried'] === 'objects' && isset( $row['sandbox'] ) ) {
				$options = [ $row['sandbox']['option'] => $row['sandbox']['otherwise'] ];
				if ( $name === 'rights-before-objects' ) { // It shows where a right is missing.
					$options['denied_operations'] = [ 'POST /items', 'PUT /items/{id}' ];
				}
				yield (string) $name => [ (string) $name, $options ];
			}
		}
	}

	/**
	 * @group walks
	 * @dataProvider turned
	 * @param array<string, mixed> $options
	 */
	public function test_a_fact_that_is_turned_round_is_named_and_no_other( string $name, array $options ): void {
		$this->sell();
		$before = $this->objects();
		$this->sandbox->call( 'POST', '/_sandbox/options', $options );

		$record = $this->examine();

		self::assertSame( [ $name ], $this->named( $record, State::Otherwise ) );
		self::assertSame( DoctorReport::OTHERWISE, $this->report()->exit_code( $record ) );
		self::assertSame( $before, $this->objects() );
		$matters = ( new DoctorText() )->matters( $record->findings[ $name ] );
		self::assertStringContainsString(
			$matters ? '[Otherwise] ' : '    Both are fine',
			$this->report()->text( $record )
		);
	}

	/** It needs more calls than one run may take: the next one asks what is left. */
	public function test_facts_that_are_turned_all_together_are_all_named(): void {
		$this->sell();
		$before = $this->objects();
		$names  = [];
		foreach ( self::all_turned() as [ $name, $options ] ) {
			if ( ! in_array( $name, self::HIDE_OTHERS, true ) ) {
				$names[] = $name;
				$this->sandbox->call( 'POST', '/_sandbox/options', $options );
			}
		}
		sort( $names );

		$this->examine();
		$record = $this->examine();

		self::assertSame( $names, $this->named( $record, State::Otherwise ) );
		self::assertSame( $before, $this->objects() );
		self::assertSame( DoctorReport::OTHERWISE, $this->report()->exit_code( $record ) );
	}

	/** Sellsy is there: it is no reason to look no further. */
	public function test_answers_that_cannot_be_read_are_no_silence(): void {
		$this->sandbox->call(
			'POST',
			'/_sandbox/options',
			[
				'amounts'                 => 'comma',
				'negative_rows'           => 'keep',
				'inclusive_rate_category' => 'ttc',
			]
		);

		$record = $this->examine();

		self::assertSame( '', $record->run?->stopped );
		self::assertSame( [ 'amounts-are-strings' ], $this->named( $record, State::Otherwise ) );
		self::assertSame( 'unreadable', $record->findings['rows-below-zero']->seen );
		self::assertSame( DoctorReport::OTHERWISE, $this->report()->exit_code( $record ) );
	}

	/** A page of a gateway is none of Sellsy's. */
	public function test_an_answer_that_is_none_of_sellsys_says_nothing_of_its_amounts(): void {
		$this->sandbox->fault(
			[
				'mode'  => 'html',
				'path'  => '/invoices/compute',
				'times' => 2,
			]
		);

		$record = $this->examine();

		self::assertSame( [], $this->named( $record, State::Otherwise ) );
	}

	public function test_an_account_without_delivery_notes_of_this_year_tells_nothing_of_their_lists(): void {
		$this->sell();
		$this->pass( 500 * DAY_IN_SECONDS );

		foreach ( [ 'found', 'none' ] as $filter ) {
			$this->sandbox->call( 'POST', '/_sandbox/options', [ 'v1_created_search' => $filter ] );
			$record = $this->examine( again: true );

			self::assertSame( 'too-few', $record->findings['v1-list']->seen );
			self::assertSame( 'too-few', $record->findings['v1-steps']->seen );
		}
	}

	/** @return iterable<string, array{string, array<string, mixed>, string}> */
	public static function other_ways(): iterable {
		yield 'payments of others' => [ 'payments-of-customer', [ 'payments_of_customers' => 'all' ], 'others-too' ];
		yield 'delivery notes of other steps' => [ 'v1-steps', [ 'v1_steps_search' => 'all' ], 'others-too' ];
		yield 'older delivery notes' => [ 'v1-list', [ 'v1_created_search' => 'all' ], 'older-too' ];
	}

	/**
	 * @dataProvider other_ways
	 * @param array<string, mixed> $options
	 */
	public function test_a_filter_that_is_not_looked_at_is_named(
		string $name,
		array $options,
		string $seen,
	): void {
		$this->sell();
		$this->pass( 500 * DAY_IN_SECONDS );
		$this->sell();
		$first = array_column( (array) $this->sandbox->state()['deliveries'], 'id' )[0];
		$this->sandbox->call( 'POST', "/_sandbox/deliveries/$first/step", [ 'step' => 'sent' ] );
		$this->sandbox->call( 'POST', '/_sandbox/options', $options );

		$record = $this->examine();

		self::assertSame( [ $name ], $this->named( $record, State::Otherwise ) );
		self::assertSame( $seen, $record->findings[ $name ]->seen );
	}

	/** @return iterable<string, array{string, string, string, string}> */
	public static function also_fine(): iterable {
		yield 'a category in the own currency' => [ 'nameless_category', 'own', 'currency-of-category', 'own' ];
		yield 'small e-mails' => [ 'email_search', 'small-letters', 'search-by-email', 'small-letters' ];
	}

	/** @dataProvider also_fine */
	public function test_what_is_not_the_usual_answer_may_be_as_assumed(
		string $option,
		string $value,
		string $name,
		string $seen,
	): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', [ $option => $value ] );

		$finding = $this->examine()->findings[ $name ];

		self::assertSame( [ State::AsExpected, $seen ], [ $finding->state, $finding->seen ] );
	}

	/** Nothing is read to its end: an account has thousands of companies. */
	public function test_a_filter_that_is_not_looked_at_is_seen_and_costs_no_more(): void {
		for ( $i = 0; $i < 101; ++$i ) {
			$this->sandbox->call(
				'POST',
				'/_sandbox/records/companies',
				[
					'type' => 'client',
					'name' => "Client $i",
				]
			);
		}
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'companies_of_contacts' => 'all' ] );

		$record = $this->examine();

		self::assertSame( [ 'companies-of-contact' ], $this->named( $record, State::Otherwise ) );
		self::assertSame( 'others-too', $record->findings['companies-of-contact']->seen );
		self::assertLessThanOrEqual( Doctor::MOST_CALLS, count( $this->calls() ) );
	}

	public function test_a_search_that_lags_is_asked_again_a_minute_later(): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'search_lag_seconds' => 40 ] );

		$record = $this->examine();

		self::assertSame( [], $this->named( $record, State::Otherwise ) );
		self::assertSame( 'within-a-minute', $record->findings['search-lag']->seen );
		self::assertSame( State::AsExpected, $record->findings['companies-of-contact']->state );
		self::assertSame( [], $record->traces );
	}

	/** @return iterable<string, array{int, string}> */
	public static function lags(): iterable {
		yield 'ten seconds' => [ 10, 'within-a-minute' ];
		yield 'a minute and a half' => [ 90, 'within-two-minutes' ];
		yield 'for ever' => [ 100000, 'later' ];
	}

	/**
	 * The page asks each second. A step that waits asks Sellsy nothing, and what was seen is what a terminal sees.
	 *
	 * @dataProvider lags
	 */
	public function test_however_often_it_is_asked_it_waits( int $seconds, string $seen ): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'search_lag_seconds' => $seconds ] );
		$this->doctor()->begin( false );
		$waited = 0;
		do {
			$before   = count( $this->calls() );
			$waits    = $this->doctor()->record()->run?->waits( $this->clock->now() ) ?? 0;
			$progress = $this->doctor()->step();
			if ( $waits > 0 ) {
				self::assertSame( [ Progress::WAITS, 'search' ], [ $progress->state, $progress->why ] );
				self::assertCount( $before, $this->calls() );
			}
			$waited = $progress->state === Progress::WAITS ? $waited + 1 : $waited;
			$this->pass( $progress->state === Progress::WAITS ? 5 : 0 );
		} while ( $progress->state !== Progress::OVER && $waited < 100 );

		self::assertSame( Progress::OVER, $progress->state );
		self::assertSame( $seen, $this->doctor()->record()->findings['search-lag']->seen );
		$this->forget();
		self::assertSame( $seen, $this->examine()->findings['search-lag']->seen );
	}

	/** At each answer in turn: what it had made was made, and nobody heard of it. */
	#[Group( 'walks' )]
	public function test_one_that_dies_at_any_call_is_followed_by_one_that_leaves_nothing(): void {
		$before = $this->objects();
		$at     = 0;
		do {
			$this->forget();
			$at       = Cuts::after( $at );
			$survived = $this->is_survived( $at );
			$record   = $this->examine();

			self::assertSame( $before, $this->objects(), "Died at call $at." );
			self::assertTrue( $record->run?->is_over(), "Died at call $at." );
			self::assertSame( [], $record->traces );
			self::assertSame( [], $this->named( $record, State::Otherwise ), "Died at call $at." );
		} while ( ! $survived );
		self::assertGreaterThan( 30, $at );
	}

	/** The server is gone before the request leaves: it is looked for until it is sure that nothing was made. */
	public function test_what_was_intended_and_never_asked_for_is_not_looked_for_for_ever(): void {
		$doctor = $this->doctor();
		$doctor->begin( false );
		$this->sandbox->fault(
			[
				'mode'   => '500-before',
				'method' => 'POST',
				'path'   => '/items',
				'times'  => 1,
			]
		);

		$record = $this->examine();

		self::assertSame( 'no-answer', $record->findings['put-keeps-items']->seen );
		self::assertSame( [], $record->traces );
		self::assertGreaterThanOrEqual( 60, $this->clock->waited );
		self::assertSame( DoctorReport::COULD_NOT_LOOK, $this->report()->exit_code( $record ) );

		$record = $this->examine(); // Only of what is not known.

		self::assertSame( State::AsExpected, $record->findings['put-keeps-items']->state );
		self::assertSame( DoctorReport::AS_EXPECTED, $this->report()->exit_code( $record ) );
	}

	public function test_a_creation_whose_answer_is_lost_is_found_by_its_mark_and_deleted(): void {
		$before = $this->objects();
		foreach ( [ '/companies', '/individuals', '/contacts', '/items', '/webhooks' ] as $path ) {
			$this->forget();
			$this->sandbox->fault(
				[
					'mode'   => '500-after',
					'method' => 'POST',
					'path'   => $path,
					'times'  => 1,
				]
			);

			$record = $this->examine();

			self::assertSame( $before, $this->objects(), $path );
			self::assertSame( [], $record->traces, $path );
		}
	}

	public function test_a_right_that_is_missing_is_said_and_stops_nothing(): void {
		$this->sandbox->call(
			'POST',
			'/_sandbox/options',
			[
				'denied_operations' => [
					'POST /contacts',
					'POST /items',
					'PUT /items/{id}',
					'GET /webhooks/events',
					'POST /payments/search',
					'GET /staffs/{id}',
				],
			]
		);

		$record = $this->examine();

		self::assertSame( [], $this->named( $record, State::Otherwise ) );
		self::assertSame( DoctorReport::OTHERWISE, $this->report()->exit_code( $record ) ); // Orders wait for some.
		self::assertSame( State::AsExpected, $record->findings['rights-before-objects']->state );
		self::assertSame(
			[ 'no-right:contacts.write', 'no-right:items.write', 'no-right:webhooks.read', 'no-right:payments.read' ],
			array_map(
				static fn ( string $name ): string => $record->findings[ $name ]->seen,
				[ 'search-by-email', 'put-keeps-items', 'webhook-by-address', 'newest-payments' ]
			)
		);
		self::assertStringContainsString( 'lacks the right contacts.write', $this->report()->text( $record ) );
	}

	/** Without the right to make a customer nothing can be computed; what is only read is still read. */
	public function test_an_access_that_may_only_read_is_told_what_can_be_seen(): void {
		$this->sell();
		$writes = [ 'POST /companies', 'POST /individuals', 'POST /contacts', 'POST /items', 'POST /webhooks' ];
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'denied_operations' => $writes ] );

		$record = $this->examine();

		self::assertSame( 'no-right:companies.write', $record->findings['rounding']->seen );
		self::assertSame( State::AsExpected, $record->findings['number-is-whole']->state );
		self::assertSame( State::AsExpected, $record->findings['newest-payments']->state );
		self::assertSame( [], $record->traces );
		self::assertSame( 0, $this->clock->waited, 'Nobody looks for what was refused.' );
	}

	/** What was seen while the right was there still stands: the answers alone would say that all is well. */
	public function test_a_right_that_was_taken_away_is_said_although_all_was_seen_before(): void {
		$this->sell();
		self::assertStringNotContainsString( 'This access, or its person', $this->report()->text( $this->examine() ) );
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'denied_operations' => [ 'POST /companies' ] ] );

		$record = $this->examine( again: true );

		self::assertSame( State::AsExpected, $record->findings['search-lag']->state );
		self::assertStringContainsString(
			'    – Clients / Créer des clients',
			$this->report()->text( $record )
		);

		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'denied_operations' => [] ] );
		$record = $this->examine( again: true );
		self::assertStringNotContainsString( 'This access, or its person', $this->report()->text( $record ) );
	}

	/** That is no fact about the account. */
	public function test_an_answer_that_never_came_says_nothing_of_the_allowance(): void {
		$this->sandbox->fault(
			[
				'mode'  => 'drop-before',
				'path'  => '/staffs/me',
				'times' => 0,
			]
		);

		self::assertSame( State::NotKnown, $this->examine()->findings['quota-headers']->state );
	}

	public function test_a_day_with_few_calls_left_is_left_to_orders_and_the_run_goes_on_the_next_day(): void {
		$this->sell();
		$before = $this->objects();
		$quota  = [
			'second' => 1000,
			'minute' => 1000,
			'month'  => 100000,
		];
		$this->pass( DAY_IN_SECONDS );
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'quota' => [ 'day' => 60 ] + $quota ] );

		$record = $this->examine();

		self::assertSame( 'day', $record->run?->stopped );
		self::assertSame( $before, $this->objects() );
		self::assertSame( DoctorReport::COULD_NOT_LOOK, $this->report()->exit_code( $record ) );
		self::assertStringContainsString( 'Sellsy allows few more calls today', $this->report()->text( $record ) );
		self::assertNotSame( [], $record->findings );
		self::assertLessThanOrEqual( 40, count( $this->calls() ) );

		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'quota' => [ 'day' => 10000 ] + $quota ] );
		delete_option( 'orderinvoicer_quota' ); // Of the day before.
		$resumed = $this->examine();

		self::assertSame( $record->run->began_at->getTimestamp(), $resumed->run?->began_at->getTimestamp() );
		self::assertTrue( $resumed->run->is_over() );
		self::assertSame( [], $this->named( $resumed, State::Otherwise ) );
		self::assertSame( $before, $this->objects() );
	}

	/** @return iterable<string, array{string, int}> */
	public static function narrow(): iterable {
		yield 'five a second' => [ 'second', 5 ];
		yield 'thirty a minute' => [ 'minute', 30 ];
	}

	/** @dataProvider narrow */
	public function test_it_waits_before_the_allowance_is_used_up( string $window, int $most ): void {
		$this->sandbox->call( 'POST', '/_sandbox/clock', [ 'advance' => DAY_IN_SECONDS ] );
		$wide = [
			'second' => 1000,
			'minute' => 1000,
			'day'    => 10000,
			'month'  => 100000,
		];
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'quota' => [ $window => $most ] + $wide ] );
		$doctor = $this->doctor();
		$doctor->begin( false );

		do {
			$progress = $doctor->step();
		} while ( $progress->state === Progress::GOES_ON );

		self::assertSame( [ Progress::WAITS, $window ], [ $progress->state, $progress->why ] );
		self::assertNotContains( 429, array_column( $this->calls(), 'status' ) );
	}

	public function test_an_order_that_is_due_comes_first(): void {
		( new SandboxShop( $this->sandbox ) )->order()->payment_complete();
		$this->sandbox->call( 'DELETE', '/_sandbox/calls' );
		$doctor = $this->doctor();
		$doctor->begin( false );

		$progress = $doctor->step();

		self::assertSame( [ Progress::WAITS, 'orders' ], [ $progress->state, $progress->why ] );
		self::assertSame( [], $this->calls() );
	}

	public function test_objects_of_another_shop_and_what_a_person_has_renamed_stay(): void {
		$other = 'Order Invoicer doctor OTHERSHOP';
		$this->sandbox->call(
			'POST',
			'/_sandbox/records/companies',
			[
				'type'      => 'client',
				'name'      => $other,
				'reference' => $other,
			]
		);
		$this->sandbox->call(
			'POST',
			'/_sandbox/records/items',
			[
				'type'      => 'product',
				'name'      => $other,
				'reference' => $other,
			]
		);
		$others = $this->objects();
		self::assertFalse( $this->is_survived( 5 ) );
		$left = array_values( array_diff( $this->objects()['companies'], $others['companies'] ) );
		self::assertCount( 1, $left );
		$this->sandbox->call( 'POST', "/_sandbox/companies/$left[0]/edit", [ 'name' => 'Boulangerie' ] );

		$record = $this->examine();

		$others['companies'][] = $left[0];
		self::assertSame( $others, $this->objects() );
		self::assertSame( [], $record->traces );
	}

	public function test_sellsy_that_is_away_is_said_and_the_next_run_goes_on(): void {
		$this->sandbox->fault(
			[
				'mode'  => '500-before',
				'times' => 1000,
			]
		);

		$record = $this->examine();

		self::assertSame( 'no-answer', $record->run?->stopped );
		self::assertSame( DoctorReport::COULD_NOT_LOOK, $this->report()->exit_code( $record ) );

		$this->sandbox->call( 'DELETE', '/_sandbox/faults' );
		$this->examine();
		$record = $this->examine();
		self::assertSame( DoctorReport::AS_EXPECTED, $this->report()->exit_code( $record ) );
	}

	/** A finding of an older revision is asked again, and nothing else. */
	public function test_what_was_seen_is_kept_until_a_release_asks_otherwise(): void {
		$this->sell();
		$this->examine();
		$this->age( 'item-search-by-part' );
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'put_customers' => 'clear' ] );
		$this->sandbox->call( 'DELETE', '/_sandbox/calls' );

		$record = $this->examine();

		self::assertSame( [ 'account', 'categories', 'items' ], $record->run?->tried );
		self::assertSame( State::AsExpected, $record->findings['put-keeps-customers']->state );
		self::assertSame( 1, $record->findings['item-search-by-part']->revision );

		$record = $this->examine( again: true );
		self::assertSame( State::Otherwise, $record->findings['put-keeps-customers']->state );
	}

	public function test_the_report_and_what_is_kept_hold_nothing_of_the_account(): void {
		$this->sell();
		$record = $this->examine();
		$state  = $this->sandbox->state();
		$report = (string) wp_json_encode( $this->report()->data( $record ) ) . $this->report()->text( $record )
			. $this->kept();

		$documents = [ ...(array) $state['invoices'], ...(array) $state['deliveries'] ];
		$numbers   = array_filter( array_column( $documents, 'number' ) );
		$secrets   = [ 'Acheteuse', '@', '12.00', '10.00', 'sandbox', 'Boutique', 'Order Invoicer doctor ' ];
		self::assertCount( 4, $numbers );
		foreach ( [ ...$numbers, ...$secrets ] as $secret ) {
			self::assertStringNotContainsString( (string) $secret, $report );
		}
	}

	/** As a release before this one would have written it. */
	private function age( string $assumption ): void {
		global $wpdb;
		$record = json_decode( $this->kept(), true );
		$record['findings'][ $assumption ]['revision'] = 0;
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE $wpdb->options SET option_value = %s WHERE option_value = %s",
				wp_json_encode( $record ),
				$this->kept()
			)
		);
	}
}
