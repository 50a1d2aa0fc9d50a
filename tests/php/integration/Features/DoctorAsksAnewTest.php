<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Features\Doctor\Doctor;
use OrderInvoicer\Features\Doctor\Kept\State;
use PHPUnit\Framework\Attributes\Group;

/** What was seen before stands only as long as Sellsy does not answer otherwise. */
final class DoctorAsksAnewTest extends DoctorTestCase {

	public function test_what_sellsy_refuses_now_is_no_longer_as_expected(): void {
		$this->examine();
		$this->pass( DAY_IN_SECONDS );
		$this->turn(
			[
				'amounts'             => 'comma',
				'unit_price_decimals' => 2,
				'eco_tax'             => 'add',
			]
		);

		$record = $this->examine( again: true );

		self::assertSame( [ 'amounts-are-strings' ], $this->named( $record, State::Otherwise ) );
		foreach ( [ 'unit-price-decimals', 'rounding', 'eco-tax' ] as $name ) {
			self::assertNotSame( State::AsExpected, $record->findings[ $name ]->state, $name );
		}
	}

	/** Nothing could be asked: what was seen is the last word still, and says how old it is. */
	public function test_what_could_not_be_asked_stays_and_is_told_from_what_was_seen_again(): void {
		$this->turn( [ 'eco_tax' => 'add' ] );
		$first = $this->examine();
		self::assertFalse( $first->is_earlier( $first->findings['eco-tax'] ) );
		$this->pass( DAY_IN_SECONDS );
		$this->deny( 'POST /items', 'PUT /items/{id}', 'POST /webhooks' );

		$record = $this->examine( again: true );

		self::assertSame( State::AsExpected, $record->findings['webhook-by-address']->state );
		self::assertSame( State::Otherwise, $record->findings['eco-tax']->state );
		$is_earlier = fn ( string $name ): bool => $record->is_earlier( $record->findings[ $name ] );
		$looked_at  = [ 'webhook-by-address', 'eco-tax', 'rounding' ];
		self::assertSame( [ true, true, false ], array_map( $is_earlier, $looked_at ) );
		$told = $this->report()->data( $record )['assumptions'];
		self::assertSame( [ true, false ], [ $told['eco-tax']['earlier'], $told['rounding']['earlier'] ] );
	}

	/** Without the tick nothing is tried with it: what a run deletes all the same it has seen. */
	public function test_a_payment_that_a_run_deletes_can_be_deleted(): void {
		$this->turn( [ 'payment_deletion' => 'refuse' ] );
		$refused = $this->examine( drafts: true );
		self::assertSame( [ 'payment-keeps-customer' ], $this->named( $refused, State::Otherwise ) );
		$this->turn( [ 'payment_deletion' => 'accept' ] );

		$record = $this->examine( again: true );

		self::assertSame( [], $this->sandbox->state()['payments'] );
		self::assertSame( [], $this->named( $record, State::Otherwise ) );
		self::assertSame( 'deleted', $record->findings['payment-keeps-customer']->seen );
	}

	/** @return iterable<string, array{string}> the client was never made, or its answer was lost. */
	public static function silences(): iterable {
		yield 'not made' => [ '500-before' ];
		yield 'made' => [ '500-after' ];
	}

	/** @dataProvider silences */
	public function test_what_had_no_answer_is_asked_when_a_run_that_stopped_goes_on( string $mode ): void {
		$this->examine();
		$this->turn( [ 'search_lag_seconds' => 300 ] );
		$doctor = $this->doctor();
		$doctor->begin( true );
		$this->step_until_tried( $doctor, 'account' );
		$this->sandbox->fault(
			[
				'mode'  => $mode,
				'times' => 1000,
			]
		);
		self::assertSame( 'no-answer', $this->finish( $doctor )->why );
		$this->sandbox->call( 'DELETE', '/_sandbox/faults' );
		$this->pass( 250 );

		$record = $this->examine();

		self::assertTrue( $record->run?->is_over() );
		self::assertSame( [ 'search-lag' ], $this->named( $record, State::Otherwise ) );
		self::assertFalse( $record->is_earlier( $record->findings['addresses-at-once'] ) );
	}

	/** What is found then was made before it. */
	public function test_a_client_that_another_try_made_does_not_show_how_soon_one_is_found(): void {
		$this->turn( [ 'search_lag_seconds' => 300 ] );
		$doctor = $this->doctor();
		$doctor->begin( false );
		do {
			$waits = $doctor->step()->why === 'search';
		} while ( ! $waits );
		$this->pass( 200 );

		$record = $this->examine();

		self::assertSame( [ 'search-lag' ], $this->named( $record, State::Otherwise ) );
	}

	#[Group( 'real-woocommerce' )]
	public function test_what_a_trial_is_refused_is_no_error_in_the_log(): void {
		$this->sell();
		$this->turn(
			[
				'unit_price_decimals' => 2,
				'eco_tax'             => 'refuse',
			]
		);
		$errors = [];
		$note   = static function ( mixed $message, string $level ) use ( &$errors ): mixed {
			if ( in_array( $level, [ 'error', 'warning' ], true ) ) {
				$errors[] = $message;
			}
			return $message;
		};
		add_filter( 'woocommerce_logger_log_message', $note, 10, 2 );
		try {
			$this->examine( drafts: true );
			$this->examine( again: true, drafts: true );
			self::assertSame( [], $errors );
			$this->sandbox->fault(
				[
					'mode'  => '500-before',
					'path'  => '/invoices/compute',
					'times' => 1,
				]
			);
			$this->examine( again: true );
			self::assertContains( 'Sellsy request failed.', $errors );
		} finally {
			remove_filter( 'woocommerce_logger_log_message', $note );
		}
	}

	/** A run that asks only what is not known casts no doubt on the rest. */
	public function test_what_was_not_asked_again_is_not_called_unseen(): void {
		$this->examine();
		$this->pass( DAY_IN_SECONDS );

		$record = $this->examine();

		self::assertSame( [], array_filter( $record->findings, $record->is_earlier( ... ) ) );
	}

	/** The owner gave it a currency, or took it away. */
	public function test_what_the_account_has_no_longer_asks_nobody(): void {
		$this->turn( [ 'nameless_category' => 'another' ] );
		self::assertSame( [ 'currency-of-category' ], $this->named( $this->examine(), State::Otherwise ) );
		$this->turn( [ 'nameless_category' => 'none' ] );

		$record = $this->examine( again: true );

		self::assertSame( 'none', $record->findings['currency-of-category']->seen );
		self::assertSame( [], $this->named( $record, State::Otherwise ) );
	}

	/** @param array<string, mixed> $options */
	private function turn( array $options ): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', $options );
	}

	private function step_until_tried( Doctor $doctor, string $trial ): void {
		do {
			$doctor->step();
		} while ( ! in_array( $trial, $doctor->record()->run->tried ?? [], true ) );
	}
}
