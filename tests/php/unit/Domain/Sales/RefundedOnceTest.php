<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Sales;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What was given back of one sale is credited once, on whichever of its orders it was entered. */
final class RefundedOnceTest extends TestCase {

	private const DAY = 86400;

	/**
	 * Parent 54 = child A 30 + child B 24.
	 *
	 * @param array<string, string> $expected
	 */
	#[DataProvider( 'histories' )]
	public function test_billed_on_the_parent( \Closure $happens, array $expected ): void {
		$this->check( 'parent', $happens, $expected );
	}

	/** @param array<string, string> $expected */
	#[DataProvider( 'histories' )]
	public function test_billed_on_the_children( \Closure $happens, array $expected ): void {
		$this->check( 'children', $happens, $expected );
	}

	/** @param array<string, string> $expected */
	private function check( string $biller, \Closure $happens, array $expected ): void {
		$sale = new SaleWorld( [ 'split_sales' => $biller ] + self::cancelled() );
		$sale->split();
		$sale->placed();
		$happens( $sale );
		self::assertSame( [ 'invoice' => '54.00' ] + $expected, $sale->outcome() );
	}

	/** Nobody deleted a refund: what was credited is sold again, and a person has it billed anew. */
	public function test_a_part_that_is_reinstated_is_billed_again_once_a_person_says_so(): void {
		$sale = new SaleWorld( [ 'split_sales' => 'parent' ] + self::cancelled() );
		$sale->split();
		$sale->placed();
		foreach ( [ 'cancelled', 'processing' ] as $status ) {
			self::becomes( $sale, $status );
		}
		self::assertSame(
			[
				'invoice'    => '54.00',
				'creditnote' => '30.00',
				'asks'       => 'reinstated',
			],
			$sale->outcome()
		);

		$note = $sale->world->ledger->find_by_key(
			new TaskKey( SaleWorld::PARENT, Effect::CreateCreditNote, SaleWorld::A )
		);
		$sale->world->reissue->now( SaleWorld::PARENT, $note->id ?? 0 );
		$sale->world->pass_time( 30 );
		self::assertSame(
			[
				'invoice'    => '108.00',
				'creditnote' => '54.00',
			],
			$sale->outcome()
		);
	}

	private static function becomes( SaleWorld $sale, string $status ): void {
		$sale->change( SaleWorld::A, [ 'status' => $status ] );
		$sale->world->shop->changed[ SaleWorld::A ] = $sale->world->clock->now();
		$sale->world->fire( SaleWorld::A );
		$sale->world->pass_time( 10 );
	}

	public function test_a_part_that_is_cancelled_once_more_asks_nothing(): void {
		$sale = new SaleWorld( [ 'split_sales' => 'parent' ] + self::cancelled() );
		$sale->split();
		$sale->placed();
		foreach ( [ 'cancelled', 'processing', 'cancelled' ] as $status ) {
			self::becomes( $sale, $status );
		}
		self::assertSame(
			[
				'invoice'    => '54.00',
				'creditnote' => '30.00',
			],
			$sale->outcome()
		);
	}

	/** @return array<mixed> */
	private static function cancelled(): array {
		return [ 'refunds' => [ 'credit_cancelled' => true ] ];
	}

	/** @return iterable<string, array{\Closure(SaleWorld): void, array<string, string>}> */
	public static function histories(): iterable {
		$ten        = [ 'creditnote' => '10.00' ];
		$thirty     = [ 'creditnote' => '30.00' ];
		$fifty_four = [ 'creditnote' => '54.00' ];
		$asks       = [
			'creditnote' => '10.00',
			'asks'       => 'refund_twice',
		];
		yield 'C1: 10 on the child and on the parent in one minute' => [ self::both( '10', 0 ), $ten ];
		yield 'C1: the parent first, worked in between' => [
			static function ( SaleWorld $sale ): void {
				$sale->refund( SaleWorld::PARENT, '10', 'a' );
				$sale->world->fire( SaleWorld::PARENT, OrderEvent::REFUNDED );
				$sale->world->clock->advance( 20 );
				$sale->world->sweep->run();
				$sale->refund( SaleWorld::A, '10', 'a' );
				$sale->told( SaleWorld::A );
			},
			$ten,
		];
		yield 'C2: 10 on the child, 10 of the line on the parent another day' => [
			self::both( '10', self::DAY ),
			$asks,
		];
		yield 'C3: the parent whole without lines, both children in full' => [
			static function ( SaleWorld $sale ): void {
				$sale->refund( SaleWorld::PARENT, '54' );
				$sale->refund( SaleWorld::A, '30' );
				$sale->refund( SaleWorld::B, '24' );
				$sale->told( SaleWorld::PARENT, SaleWorld::A, SaleWorld::B );
			},
			$fifty_four,
		];
		yield 'C3: a child first' => [
			static function ( SaleWorld $sale ): void {
				$sale->refund( SaleWorld::A, '30' );
				$sale->told( SaleWorld::A );
				$sale->world->clock->advance( self::DAY );
				$sale->refund( SaleWorld::PARENT, '54' );
				$sale->told( SaleWorld::PARENT );
				$sale->refund( SaleWorld::B, '24' );
				$sale->told( SaleWorld::B );
			},
			$fifty_four,
		];
		foreach ( [ SaleWorld::A, SaleWorld::PARENT ] as $on ) {
			foreach ( [ '30', '10' ] as $amount ) {
				yield "C4: the child cancelled, later $amount of its line on order $on" => [
					static function ( SaleWorld $sale ) use ( $on, $amount ): void {
						$sale->change( SaleWorld::A, [ 'status' => 'cancelled' ] );
						$sale->world->fire( SaleWorld::A );
						$sale->world->pass_time( 5 );
						$sale->world->clock->advance( self::DAY );
						$sale->refund( $on, $amount, 'a' );
						$sale->told( $on );
					},
					$thirty,
				];
			}
		}
		yield 'C5: 30 on both in one minute, and once more by hand' => [
			static function ( SaleWorld $sale ): void {
				self::both( '30', 0 )( $sale );
				$sale->world->clock->advance( self::DAY );
				$sale->refund( SaleWorld::PARENT, '30', 'a' );
				$sale->told( SaleWorld::PARENT );
			},
			$thirty,
		];
		yield 'C6: a sum on the child' => [
			static function ( SaleWorld $sale ): void {
				$sale->refund( SaleWorld::A, '10' );
				$sale->told( SaleWorld::A );
			},
			$ten,
		];
		yield 'C7: a sum on the parent, something of its own on a child' => [
			static function ( SaleWorld $sale ): void {
				$sale->refund( SaleWorld::A, '10', 'a' );
				$sale->told( SaleWorld::A );
				$sale->world->clock->advance( self::DAY );
				$sale->refund( SaleWorld::PARENT, '5' );
				$sale->told( SaleWorld::PARENT );
			},
			$asks,
		];
		yield 'a sum on both in one minute' => [
			static function ( SaleWorld $sale ): void {
				$sale->refund( SaleWorld::A, '10', 'a' );
				$sale->refund( SaleWorld::PARENT, '10' );
				$sale->told( SaleWorld::A, SaleWorld::PARENT );
			},
			$ten,
		];
		yield 'one of two lines on the parent, then the other on its child' => [
			static function ( SaleWorld $sale ): void {
				$sale->refund( SaleWorld::PARENT, '30', 'a' );
				$sale->told( SaleWorld::PARENT );
				$sale->world->clock->advance( self::DAY );
				$sale->refund( SaleWorld::B, '24', 'b' );
				$sale->told( SaleWorld::B );
			},
			$fifty_four,
		];
		yield 'twice on one side is two' => [
			static function ( SaleWorld $sale ): void {
				$sale->refund( SaleWorld::A, '10', 'a' );
				$sale->told( SaleWorld::A );
				$sale->refund( SaleWorld::A, '10', 'a' );
				$sale->told( SaleWorld::A );
			},
			[ 'creditnote' => '20.00' ],
		];
		yield 'all is cancelled' => [
			static function ( SaleWorld $sale ): void {
				foreach ( [ SaleWorld::PARENT, SaleWorld::A, SaleWorld::B ] as $id ) {
					$sale->change( $id, [ 'status' => 'cancelled' ] );
					$sale->world->fire( $id );
				}
				$sale->world->pass_time( 10 );
			},
			$fifty_four,
		];
	}

	/** @return \Closure(SaleWorld): void on the child, then on the parent. */
	private static function both( string $amount, int $seconds ): \Closure {
		return static function ( SaleWorld $sale ) use ( $amount, $seconds ): void {
			$sale->refund( SaleWorld::A, $amount, 'a' );
			if ( $seconds > 0 ) {
				$sale->told( SaleWorld::A );
			}
			$sale->world->clock->advance( $seconds );
			$sale->refund( SaleWorld::PARENT, $amount, 'a' );
			$sale->told( SaleWorld::A, SaleWorld::PARENT );
		};
	}

	#[DataProvider( 'answers' )]
	public function test_the_question_is_answered( RowAct $act, string $credited ): void {
		$sale = new SaleWorld();
		$sale->split();
		$sale->placed();
		self::both( '10', self::DAY )( $sale );
		$asks = array_values(
			array_filter( $sale->rows(), static fn ( $row ): bool => $row->state === TaskState::Attention )
		);
		self::assertCount( 1, $asks );
		self::assertNotNull( $sale->world->engine->task_acts()->carry_out( $act, $asks[0] ) );
		$sale->world->pass_time( 10 );
		self::assertSame(
			[
				'invoice'    => '54.00',
				'creditnote' => $credited,
			],
			$sale->outcome()
		);
	}

	/** As its text says. */
	public function test_who_tries_the_same_refund_again_is_asked_again(): void {
		$sale = new SaleWorld();
		$sale->split();
		$sale->placed();
		self::both( '10', self::DAY )( $sale );
		$asks = static fn ( $row ): bool => $row->state === TaskState::Attention;
		$row  = array_values( array_filter( $sale->rows(), $asks ) )[0];
		$sale->world->engine->task_acts()->carry_out( RowAct::OneRefund, $row );
		$sale->world->pass_time( 10 );
		$sale->world->retry->retry( $row->id );
		$sale->world->pass_time( 10 );
		self::assertSame(
			[
				'invoice'    => '54.00',
				'creditnote' => '10.00',
				'asks'       => 'refund_twice',
			],
			$sale->outcome()
		);
	}

	/** @return iterable<string, array{RowAct, string}> */
	public static function answers(): iterable {
		yield 'the same' => [ RowAct::OneRefund, '10.00' ];
		yield 'another'  => [ RowAct::TwoRefunds, '20.00' ];
	}

	/** C8: the parent is marked paid, and its children are stamped, or not. */
	#[DataProvider( 'billers' )]
	public function test_what_was_paid_is_recorded_once( string $biller, bool $is_stamped = true ): void {
		$sale = new SaleWorld(
			[
				'split_sales' => $biller,
				'payments'    => [
					'enabled' => true,
					'methods' => [
						[
							'gateway'   => 'stripe',
							'method_id' => 3,
						],
					],
				],
			]
		);
		$sale->split();
		foreach ( $is_stamped ? [] : [ SaleWorld::A, SaleWorld::B ] as $child ) {
			$sale->change( $child, [ 'paid_at' => null ] );
		}
		$sale->placed();
		$recorded = array_filter(
			$sale->rows(),
			static fn ( $row ): bool => $row->key->effect === Effect::RecordPayment && $row->state === TaskState::Done
		);
		self::assertCount( $biller === 'parent' ? 1 : 2, $recorded );
	}

	/** @return iterable<string, array{0: string, 1?: bool}> */
	public static function billers(): iterable {
		yield 'parent'               => [ 'parent' ];
		yield 'children'             => [ 'children' ];
		yield 'children, not stamped' => [ 'children', false ];
	}
}
