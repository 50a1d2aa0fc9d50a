<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Work;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Sellsy told that something happened to a document: it is read in the next pass, unless our own work is at it. */
final class LookAtSellsyTest extends TestCase {

	private World $world;

	protected function setUp(): void {
		$this->world              = new World();
		$this->world->seen->is_on = true;
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->passes( 12 );
		self::assertSame( '', $this->world->row()->remote_number );
	}

	public function test_a_draft_that_a_person_made_final_is_known_at_once(): void {
		$this->finalise();
		$this->note();
		$this->passes( 1 );
		self::assertSame( 'F-0001', $this->world->row()->remote_number );
	}

	public function test_a_draft_that_is_one_still_is_asked_about_once(): void {
		$this->note();
		$this->passes( 1 );
		$asked = $this->world->sellsy->count( 'get_document' );
		$this->passes( 1 );
		self::assertSame( $asked, $this->world->sellsy->count( 'get_document' ) );
		self::assertSame( [], $this->world->seen->hinted( 9 ) );
	}

	public function test_while_a_runner_is_at_it_the_look_waits(): void {
		$this->look_while_a_runner_is_at_it();
		self::assertSame( '', $this->world->row()->remote_number );
		self::assertCount( 1, $this->world->seen->hinted( 9 ), 'It is looked at later.' );
	}

	public function test_many_that_runners_are_at_do_not_hide_what_people_did_with_the_others(): void {
		$this->look_while_a_runner_is_at_it();
		self::assertEquals(
			[ $this->world->clock->now() ],
			array_column( $this->world->seen->hinted( 9 ), 'hinted_at' ),
			'It stands behind them.'
		);
	}

	/** The row has another document by now. */
	public function test_what_was_said_of_a_former_document_is_forgotten(): void {
		$this->note();
		$this->world->seen->states[1]['id'] = 999;
		$asked                              = $this->world->sellsy->count( 'get_document' );
		$this->passes( 1 );
		self::assertSame( $asked, $this->world->sellsy->count( 'get_document' ) );
		self::assertSame( [], $this->world->seen->hinted( 9 ) );
	}

	/** One that cannot be read stands behind the others. */
	public function test_one_that_cannot_be_read_is_read_later(): void {
		$this->finalise();
		$this->note();
		$this->world->sellsy->plan( 'get_document', FailureKind::NotSent );
		$this->passes( 1 );
		self::assertSame( '', $this->world->row()->remote_number );
		$this->passes( 1 );
		self::assertSame( 'F-0001', $this->world->row()->remote_number );
	}

	private function look_while_a_runner_is_at_it(): void {
		$this->finalise();
		$now  = $this->world->clock->now();
		$anew = TaskTransitions::reopened( $this->world->row(), $now, 0, true );
		self::assertTrue( $this->world->ledger->save( $anew ) );
		self::assertNotNull( $this->world->ledger->claim( 1, $now, 'another', $now->modify( '+1 hour' ) ) );
		$this->note();
		$this->passes( 1 );
	}

	private function finalise(): void {
		$this->world->invoicing->finalised( $this->world->sellsy->documents[ $this->world->row()->remote_id ] );
	}

	private function note(): void {
		$this->world->engine->document_events()->note( DocumentKind::Invoice, $this->world->row()->remote_id );
	}

	private function passes( int $passes ): void {
		for ( $pass = 0; $pass < $passes; $pass++ ) {
			$this->world->clock->advance( 300 );
			$this->world->sweep->run();
		}
	}
}
