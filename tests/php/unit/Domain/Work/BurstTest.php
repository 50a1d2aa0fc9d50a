<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Work;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Many orders within a moment, more than Sellsy allows in a minute: one is finished before the next begins. */
final class BurstTest extends TestCase {

	private const ORDERS  = 300;
	private const LIMIT   = 149;
	private const LATENCY = 150;
	private const EMAIL   = 'customer_processing_order';

	private World $world;

	/** @var array<int, int> seconds until its invoice was final, by order, in the sequence of the invoices. */
	private array $final = [];

	protected function setUp(): void {
		$this->world               = new World( true );
		$this->world->calls->limit = self::LIMIT;
		$this->world->change_settings(
			[
				'customer_emails' => [
					'emails'    => [ self::EMAIL ],
					'documents' => 'wait',
					'minutes'   => 60,
				],
				'shopper'         => [ 'kinds' => [ 'invoice' ] ],
			]
		);
		for ( $order = 1; $order <= self::ORDERS; $order++ ) {
			$this->world->order( $order, World::buyer( 0, "client$order@example.com" ) );
			$this->hold( $order );
			$this->world->fire( $order );
		}
		$this->world->sellsy->each_call = $this->call( ... );
	}

	public function test_each_order_is_finished_in_its_turn_however_often_sellsy_says_stop(): void {
		$begun = $this->now();
		while ( ! isset( $this->final[ self::ORDERS ] ) && $this->now() < $begun + 3600 ) {
			$this->world->due->run( 5 );
			$this->look( $begun );
			$this->world->clock->advance( max( 0, $this->opens_in() ) );
		}
		$mails = count( $this->world->held->mails );
		self::assertCount( self::ORDERS, $this->final );
		self::assertSame( range( 1, self::ORDERS ), array_keys( $this->final ), 'In the sequence of the orders.' );
		self::assertLessThanOrEqual( 60, reset( $this->final ) );
		self::assertGreaterThan( 0, $this->world->calls->refused );
		$last    = end( $this->final );
		$quarter = array_filter( $this->final, static fn ( int $after ): bool => $after <= $last / 4 );
		self::assertGreaterThan( self::ORDERS / 6, count( $quarter ), 'One after the other, not all at the end.' );
		self::assertGreaterThan( self::ORDERS - 5, $mails, 'Each e-mail leaves with its invoice.' );
	}

	/** The pause ends by itself: who was refused is woken then, and goes on in its place. */
	public function test_whoever_was_refused_is_woken_when_sellsy_opens(): void {
		while ( $this->world->calls->refused === 0 ) {
			$this->world->due->run( 20 );
		}
		$until         = $this->world->pauses->current()?->until;
		$then          = static fn ( array $one ): bool => ( $one[1] <=> $until ) === 0;
		[ $task, $at ] = current( array_filter( $this->world->shop->planned, $then ) );
		$refused       = $this->world->row( $task );
		self::assertEquals( $until, $at );
		self::assertSame( 0, $this->world->calls->slept, 'No process sleeps until then.' );
		$this->world->clock->advance( $this->opens_in() );
		$this->world->due->run( 1 );
		self::assertSame( TaskState::Done, $this->world->row( $task )->state, "Row $refused->id is next." );
	}

	private function hold( int $order ): void {
		$this->world->engine->hold_email()->take(
			order_id: $order,
			email_id: self::EMAIL,
			refund_id: 0,
			asked_for: static fn (): array => [ new TaskKey( $order, Effect::CreateInvoice ) ],
			rule: static fn (): int => Rule::OTHERS
		);
	}

	private function call(): void {
		$refused = $this->world->calls->refused;
		$this->world->calls->made( 1, self::LATENCY );
		if ( $this->world->calls->refused > $refused ) {
			throw new RemoteFailure( FailureKind::RateLimited, 429, 'any' );
		}
	}

	private function look( int $begun ): void {
		foreach ( $this->world->shop->notes as $note ) {
			[ $order, $what ] = [ ...explode( ' ', $note ), '' ];
			if ( $what === 'finalised' ) {
				$this->final[ (int) $order ] ??= $this->now() - $begun;
			}
		}
	}

	private function opens_in(): int {
		$until = $this->world->pauses->current()?->until;
		return $until === null ? 0 : $until->getTimestamp() - $this->now() + 1;
	}

	private function now(): int {
		return $this->world->clock->now()->getTimestamp();
	}
}
