<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Work;

use OrderInvoicer\Domain\Content\Agreements;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderPayment;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Tests\Measures;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * What an order asks of Sellsy, call by call. Lowered whenever a way gets shorter; never raised without a reason beside
 * it. A search for an e-mail address counts twice: companies and individuals are searched apart. A delivery note is
 * written by two calls.
 */
final class CallsTest extends TestCase {

	private const TWICE = [ 'find_by_email' ];

	/**
	 * @param callable( World ): void $before what was there already.
	 * @param callable( World ): void $then   what is counted.
	 * @param string                  $calls  in their sequence.
	 */
	#[DataProvider( 'scenarios' )]
	public function test_what_an_order_asks_of_sellsy( callable $before, callable $then, string $calls ): void {
		$world = new World();

		$world->agreements->otherwise = Agreements::ENOUGH;
		$before( $world );
		$from = count( $world->sellsy->calls );
		$then( $world );
		$made = self::counted( array_slice( $world->sellsy->calls, $from ) );
		Measures::note( "calls: {$this->dataName()}", count( $made ) );
		self::assertSame( $calls, implode( ' ', $made ) );
	}

	/** @return iterable<string, array{callable( World ): void, callable( World ): void, string}> */
	public static function scenarios(): iterable {
		$known   = static fn ( World $world ) => self::earlier( $world, World::buyer() );
		$company = World::buyer( 6, 'achats@acme.example', 'Acme SARL', '732829320', '73282932000074' );
		$pay     = static fn ( World $world ) => self::order( $world, World::buyer(), Finalise::NOW, true );

		yield 'paid and final' => [ $known, $pay, 'create validate create_payment link_payment' ];
		// Until Sellsy agreed about twenty documents of the same shape.
		yield 'paid and final, of an account that is new' => [
			static function ( World $world ) use ( $known ): void {
				$world->agreements->otherwise = 0;
				$known( $world );
			},
			$pay,
			'compute create validate create_payment link_payment',
		];
		yield 'paid and final, a company' => [
			static fn ( World $world ) => self::earlier( $world, $company ),
			static fn ( World $world ) => self::order( $world, $company, Finalise::NOW, true ),
			'create validate create_payment link_payment',
		];
		yield 'paid, final and sent' => [
			$known,
			static function ( World $world ) use ( $pay ): void {
				$world->change_settings( [ 'invoice' => [ 'email' => true ] ] );
				$pay( $world );
			},
			'create validate create_payment link_payment send',
		];
		yield 'paid and final, nothing embedded' => [
			static function ( World $world ) use ( $known ): void {
				$world->invoicing->embeds = false;
				$known( $world );
			},
			$pay,
			'create get_customer addresses validate create_payment link_payment',
		];
		yield 'a draft only' => [
			$known,
			static fn ( World $world ) => self::order( $world, World::buyer(), Finalise::MANUAL ),
			'create',
		];
		yield 'final without payment' => [
			$known,
			static fn ( World $world ) => self::order( $world, World::buyer(), Finalise::NOW ),
			'create validate',
		];
		$new = static function ( World $world, Buyer $buyer ): void {
			$world->change_settings( [ 'items' => [ 'create' => true ] ] );
			self::order( $world, $buyer, Finalise::NOW, true, 'SKU-NEW' );
		};
		yield 'a new person and a new product' => [
			static fn ( World $world ) => null,
			static fn ( World $world ) => $new( $world, World::buyer() ),
			'find_by_email find_by_email find_by_reference create_customer add_address find_item create_item'
				. ' create validate create_payment link_payment',
		];
		// 15 were wanted. The address is searched among individuals too: a person is asked where only a client of the
		// other kind has it, it counts for a shared address, and no filter of Sellsy's searches both kinds.
		yield 'a new company and a new product' => [
			static fn ( World $world ) => null,
			static fn ( World $world ) => $new( $world, $company ),
			'find_by_siret find_by_email find_by_email find_by_reference find_companies_of_contact create_customer'
				. ' create_contact link_contact add_address find_item create_item'
				. ' create validate create_payment link_payment',
		];
		$paid = static function ( World $world ) use ( $pay ): void {
			$pay( $world );
			$world->clock->advance( 60 );
		};
		// One fewer was wanted of each refund of a paid invoice. The invoice is read because nothing else tells what
		// became of it: an account without the rules of conformity lets people change, cancel and delete a final one,
		// and in any account its payment may have been taken off. No answer about a credit note speaks of an invoice:
		// Sellsy ties them later.
		yield 'refund of a paid invoice' => [
			$paid,
			static fn ( World $world ) => self::refund( $world, false ),
			'get_document compute create validate',
		];
		yield 'refund of a paid invoice, paid back' => [
			$paid,
			static fn ( World $world ) => self::refund( $world, true ),
			'get_document compute create validate create_payment link_payment',
		];
		$unpaid = static function ( World $world ): void {
			self::order( $world, World::buyer(), Finalise::NOW );
			$world->clock->advance( 60 );
		};
		yield 'refund of an unpaid invoice' => [
			$unpaid,
			static fn ( World $world ) => self::refund( $world, false ),
			'get_document compute create validate link_credit_note',
		];
		yield 'estimate, order, delivery note and final invoice' => [
			$known,
			static function ( World $world ): void {
				foreach ( [ DocumentKind::Estimate, DocumentKind::Order, DocumentKind::Delivery ] as $kind ) {
					$world->change_settings( [ $kind->value => [ 'enabled' => true ] ] );
				}
				self::order( $world, World::buyer(), Finalise::NOW );
			},
			'create create compute create create validate',
		];
	}

	/**
	 * @param list<string> $calls
	 * @return list<string> a call that is two requests stands there twice.
	 */
	private static function counted( array $calls ): array {
		$counted = [];
		foreach ( $calls as $call ) {
			array_push( $counted, ...array_fill( 0, in_array( $call, self::TWICE, true ) ? 2 : 1, $call ) );
		}
		return $counted;
	}

	/** An order of the same buyer, product and address came before. */
	private static function earlier( World $world, Buyer $buyer ): void {
		$world->sellsy->has_v1 = true;
		$world->items->has_item( 'SKU-1' );
		$world->order( 1, $buyer );
		$world->fire( 1 );
		$world->due->run( 20 );
		$world->clock->advance( 60 );
	}

	private static function order(
		World $world,
		Buyer $buyer,
		string $finalise,
		bool $is_paid = false,
		string $sku = 'SKU-1',
	): void {
		$world->items->has_item( 'SKU-1' );
		$world->change_settings(
			[
				'invoice'  => [ 'finalise' => $finalise ],
				'payments' => self::payments( false ),
			]
		);
		$order = $world->order( 2, $buyer, sku: $sku, is_paid: $is_paid );

		$world->shop->orders[2] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'paid_at' => $is_paid ? $world->clock->now() : null,
				'payment' =>
					new OrderPayment( gateway: 'stripe', title: 'Carte', transaction_id: 'tx-1', is_paid: $is_paid ),
			]
		);
		$world->fire( 2 );
		$world->due->run( 20 );
	}

	private static function refund( World $world, bool $pays_back ): void {
		$world->change_settings(
			[
				'creditnote' => [
					'enabled'  => true,
					'finalise' => Finalise::NOW,
				],
				'payments'   => self::payments( $pays_back ),
			]
		);
		$world->shop->refunds[2][] = new RefundSnapshot(
			id: 501,
			amount: Decimal::from_string( '12.00' ),
			lines: [],
			reason: '',
			created_at: $world->clock->now(),
			is_paid_back: $pays_back
		);
		$world->fire( 2, OrderEvent::REFUNDED );
		$world->due->run( 20 );
	}

	/** @return array<string, mixed> */
	private static function payments( bool $pays_back ): array {
		return [
			'enabled'  => true,
			'pay_back' => $pays_back,
			'methods'  => [
				[
					'gateway'   => 'stripe',
					'method_id' => 4,
				],
			],
		];
	}
}
