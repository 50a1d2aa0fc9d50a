<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Pauses\Pause;
use OrderInvoicer\Features\Doctor\Doctor;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Features\Doctor\Progress;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionPauses;
use OrderInvoicer\WordPress\Tables\Sql;

/** Where the doctor has to keep still, and where it need not. */
final class DoctorAsideTest extends DoctorTestCase {

	/** A copy has the record of the shop too: what is written down there is the shop's, which is at it. */
	public function test_on_a_copy_nothing_of_the_shop_is_touched(): void {
		$doctor = $this->doctor();
		$doctor->begin( false );
		$this->steps( $doctor, 3 );
		self::assertNotSame( [], $doctor->record()->traces );
		$before = $this->companies();
		self::assertNotSame( [], $before );
		$this->sandbox->call( 'DELETE', '/_sandbox/calls' );

		$home = get_option( 'home' );
		update_option( 'home', 'https://copy.example.com' );
		try {
			$copy = $this->doctor();
			$copy->begin( false );
			$progress = $copy->step();
		} finally {
			update_option( 'home', $home );
		}

		self::assertSame( [ Progress::STOPPED, 'copy' ], [ $progress->state, $progress->why ] );
		self::assertSame( [], $this->sandbox->call( 'GET', '/_sandbox/calls' ) );
		self::assertSame( $before, $this->companies() );
	}

	/** While all work stands still no order comes first: whoever looks for the cause is not kept waiting. */
	public function test_orders_that_are_held_up_hold_up_nothing(): void {
		( new SandboxShop( $this->sandbox ) )->order()->payment_complete();
		$this->pause( ProblemCode::AccountBlocked, 3600 );
		$doctor = $this->doctor();
		$doctor->begin( false );

		self::assertSame( Progress::GOES_ON, $doctor->step()->state );
	}

	public function test_a_pause_that_sellsy_asked_for_counts_here_too(): void {
		$this->pause( ProblemCode::RateLimited, 40 );
		$this->sandbox->call( 'DELETE', '/_sandbox/calls' );
		$doctor = $this->doctor();
		$doctor->begin( false );

		$progress = $doctor->step();

		self::assertSame( [ Progress::WAITS, 'minute' ], [ $progress->state, $progress->why ] );
		self::assertEqualsWithDelta( 40, $progress->seconds, 2 );
		$this->pause( ProblemCode::RateLimited, 7200 );
		self::assertSame( 300, $doctor->step()->seconds, 'It looks again in between.' );
		self::assertSame( [], $this->sandbox->call( 'GET', '/_sandbox/calls' ) );
	}

	/** An action that was planned before: what the page says of a run that stopped stays true. */
	public function test_one_that_has_stopped_goes_on_when_it_is_asked_for_only(): void {
		$doctor = $this->doctor();
		$doctor->begin( false );
		$this->sandbox->fault(
			[
				'mode'  => '500-before',
				'times' => 1000,
			]
		);
		do {
			$progress = $doctor->step();
		} while ( $progress->state === Progress::GOES_ON );
		self::assertSame( Progress::STOPPED, $progress->state );
		$this->sandbox->call( 'DELETE', '/_sandbox/faults' );
		$this->sandbox->call( 'DELETE', '/_sandbox/calls' );

		$later = $this->doctor()->step();
		self::assertSame( [ Progress::STOPPED, 'no-answer' ], [ $later->state, $later->why ] );
		self::assertSame( [], $this->sandbox->call( 'GET', '/_sandbox/calls' ) );

		$doctor->begin( false );
		self::assertSame( Progress::GOES_ON, $doctor->step()->state );
	}

	/** Another process went on meanwhile, and a person made something of their own of what that one made. */
	public function test_what_another_process_made_is_looked_at_before_it_is_deleted(): void {
		$first = $this->doctor();
		$first->begin( false );
		$this->steps( $first, 3 );
		$made = $this->companies();

		$second = $this->doctor();
		$second->begin( false );
		$this->steps( $second, 3 );
		$theirs = array_values( array_diff( $this->companies(), $made ) );
		self::assertCount( 1, $theirs );
		$this->sandbox->call( 'POST', "/_sandbox/companies/$theirs[0]/edit", [ 'name' => 'Boulangerie' ] );

		$this->finish( $first );

		self::assertContains( $theirs[0], $this->companies() );
	}

	/** It waited for orders in between: minutes, in which a person may have come by. */
	public function test_what_was_made_minutes_ago_is_looked_at_before_it_is_deleted(): void {
		$before = $this->companies();
		$doctor = $this->doctor();
		$doctor->begin( false );
		$this->steps( $doctor, 3 );
		$made = array_values( array_diff( $this->companies(), $before ) );
		self::assertCount( 1, $made );

		$this->clock->waited += 300;
		$this->sandbox->call( 'POST', "/_sandbox/companies/$made[0]/edit", [ 'name' => 'Boulangerie' ] );
		$this->finish( $doctor );

		self::assertSame( [ ...$before, $made[0] ], $this->companies() );
	}

	/**
	 * Between two steps of one run, which may be minutes.
	 *
	 * @dataProvider taken_over
	 * @param string                $thing  what a person took over.
	 * @param string                $act    of a person's.
	 * @param array<string, string> $change what else it takes.
	 */
	public function test_what_a_person_took_over_meanwhile_is_not_touched(
		string $thing,
		string $act,
		array $change,
	): void {
		$with = [
			'payments_on_drafts'          => 'accept',
			'links_of_draft_credit_notes' => 'accept',
		];
		$this->sandbox->call( 'POST', '/_sandbox/options', $with );
		$doctor = $this->doctor();
		$doctor->begin( false, true );
		do {
			$doctor->step();
		} while ( ! in_array( 'drafts', $doctor->record()->run->tried ?? [], true ) );
		$id   = $this->trace( $doctor, Thing::from( $thing ) );
		$path = $thing === 'customer' ? 'companies' : ( $thing === 'creditnote' ? 'credit-notes' : 'invoices' );
		if ( isset( $change['related'] ) ) {
			$change = $this->of_somebody_else();
		}
		$this->pass( 120 );
		$this->sandbox->call( 'POST', "/_sandbox/$path/$id/$act", $change );
		$this->sandbox->call( 'DELETE', '/_sandbox/calls' );

		$this->finish( $doctor );

		self::assertTrue( $doctor->record()->run?->is_over() );
		$touched = array_filter(
			$this->calls(),
			static fn ( array $call ): bool => $call['method'] !== 'GET'
				&& preg_match( "~^/$path/$id(/|$)|^/credit-notes/\d+/invoices/$id$~", $call['path'] ) === 1
		);
		self::assertSame( [], array_column( $touched, 'path' ) );
	}

	/** @return iterable<string, array{string, string, array<string, string>}> */
	public static function taken_over(): iterable {
		yield 'an invoice that was made final' => [ 'invoice', 'validate', [] ];
		yield 'an invoice that was renamed' => [ 'invoice', 'edit', [ 'subject' => 'Boulangerie' ] ];
		yield 'an invoice of somebody else' => [ 'invoice', 'edit', [ 'related' => '' ] ];
		yield 'an invoice that is gone' => [ 'invoice', 'delete', [] ];
		yield 'a credit note that was made final' => [ 'creditnote', 'validate', [] ];
		yield 'a credit note that was renamed' => [ 'creditnote', 'edit', [ 'subject' => 'Boulangerie' ] ];
		yield 'a customer that was renamed' => [ 'customer', 'edit', [ 'name' => 'Boulangerie' ] ];
	}

	/** @return array<string, mixed> */
	private function of_somebody_else(): array {
		$buyer   = $this->sandbox->call(
			'POST',
			'/_sandbox/records/individuals',
			[
				'type'      => 'client',
				'last_name' => 'Acheteuse',
			]
		);
		$related = [
			'type' => 'individual',
			'id'   => $buyer['id'],
		];
		return [
			'invoicing_address_id' => null,
			'delivery_address_id'  => null,
			'related'              => [ $related ],
		];
	}

	/** A run with drafts was left in the middle, and is taken up again when whom they were for is somebody else's. */
	public function test_a_customer_of_drafts_that_a_person_has_made_their_own_is_not_changed(): void {
		$doctor = $this->doctor();
		$doctor->begin( false, true );
		do {
			$doctor->step();
			$tried = $doctor->record()->run->tried ?? [];
		} while ( ! in_array( 'drafts', $tried, true ) );
		self::assertNotContains( 'draft-lists', $tried );
		$theirs = $this->trace( $doctor, Thing::Customer );
		$this->sandbox->call( 'POST', "/_sandbox/companies/$theirs/edit", [ 'name' => 'Boulangerie' ] );

		$again = $this->doctor();
		$again->begin( false, true );
		$this->finish( $again );

		$names = array_column( (array) $this->sandbox->state()['companies'], 'name', 'id' );
		self::assertSame( 'Boulangerie', $names[ $theirs ] );
		self::assertTrue( $again->record()->run?->is_over() );
	}

	private function trace( Doctor $doctor, Thing $thing ): int {
		foreach ( $doctor->record()->traces as $trace ) {
			if ( $trace->thing === $thing ) {
				return (int) $trace->id;
			}
		}
		self::fail();
	}

	private function pause( ProblemCode $why, int $seconds ): void {
		global $wpdb;
		$now = $this->clock->now();
		( new OptionPauses( new FreshOptions( new Sql( $wpdb ) ) ) )
			->begin( new Pause( new Problem( $why ), $now, $now->modify( "+$seconds seconds" ) ) );
	}

	private function steps( Doctor $doctor, int $count ): void {
		for ( $step = 0; $step < $count; ++$step ) {
			self::assertSame( Progress::GOES_ON, $doctor->step()->state );
		}
	}

	/** @return list<int> */
	private function companies(): array {
		return array_column( (array) $this->sandbox->state()['companies'], 'id' );
	}
}
