<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Size;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** Of each effect one read and one write that fails; all the others: FaultWalkTest. */
#[Group( 'real-woocommerce' )]
final class OneOfEachTest extends IntegrationTestCase {

	private const READ  = '/^\s*SELECT .*(?:_wc_orders|woocommerce_order_item|orderinvoicer_sync)/s';
	private const WRITE = '/^\s*(?:INSERT IGNORE INTO|UPDATE) `\w+orderinvoicer_sync`/s';

	/**
	 * @param class-string<Scene> $class
	 * @param list<Effect>        $effects
	 */
	#[Group( 'walks' )]
	#[DataProvider( 'scenes' )]
	public function test_one_read_and_one_write_of_each_effect( string $class, array $effects ): void {
		$scene    = new $class( new SandboxShop( $this->allow_sandbox() ) );
		$database = new FaultyDatabase( FaultyDatabase::ALL );
		$scene->open();
		$scene->prepare();
		$database->while( $scene->pass( ... ) );
		$asked = $this->by_effect( $database->asked );
		self::assertSame(
			[],
			array_diff( array_column( $effects, 'value' ), array_keys( $asked ) ),
			'The pass does all of it.'
		);
		foreach ( $effects as $effect ) {
			foreach ( [ self::READ, self::WRITE ] as $kind ) {
				$places = array_keys( (array) preg_grep( $kind, $asked[ $effect->value ] ) );
				self::assertNotSame( [], $places, $effect->value );
				$this->refuse_one( $scene, $database, $places );
			}
		}
	}

	/**
	 * The rows of the order, the list of its refunds, what was refunded of a line: each of them refused made a final
	 * credit note of 5.75 + 1.74 + 0.68 of VAT, as if nothing had been credited before. What is read once it is there
	 * (WooCommerce reads some of it in another second only) changes no amount.
	 */
	public function test_a_failed_read_makes_no_credit_note_with_wrong_vat(): void {
		$scene    = new RefundedOrder( new SandboxShop( $this->allow_sandbox() ) );
		$database = new FaultyDatabase( FaultyDatabase::ALL );
		$scene->open();
		$scene->prepare();
		$database->while( $scene->pass( ... ) );
		$second = $this->by_effect( $database->asked )[ Effect::CreateCreditNote->value ];
		$places = array_filter(
			array_keys( $second ),
			static fn ( string $place ): bool =>
				preg_match( '/^row \d+\s+SELECT.*Domain.(Refunds|OrderBook)/s', $place ) === 1
					&& ! str_contains( $place, 'DocumentCompletion' )
		);
		self::assertGreaterThanOrEqual( 3, count( $places ) );
		foreach ( $places as $place ) {
			$this->refuse( $scene, $database, $place );
		}
	}

	/**
	 * One in the middle. What WordPress still holds in memory is not asked each time: then the next one.
	 *
	 * @param list<string> $places
	 */
	private function refuse_one( Scene $scene, FaultyDatabase $database, array $places ): void {
		$middle = intdiv( count( $places ), 2 );
		foreach ( [ ...array_slice( $places, $middle ), ...array_slice( $places, 0, $middle ) ] as $place ) {
			$scene->prepare();
			$database->while( $scene->pass( ... ), $place );
			$was_asked = $database->refused !== '';
			$scene->resume();
			$scene->check( $place );
			if ( $was_asked ) {
				return;
			}
		}
		self::fail( 'None of them was asked again.' );
	}

	private function refuse( Scene $scene, FaultyDatabase $database, string $place ): void {
		$scene->prepare();
		$database->while( $scene->pass( ... ), $place );
		self::assertNotSame( '', $database->refused, $place );
		$scene->resume();
		$scene->check( $place );
	}

	/** @return iterable<string, array{class-string<Scene>, list<Effect>}> */
	public static function scenes(): iterable {
		return Size::third( self::all_scenes() );
	}

	/** @return iterable<string, array{class-string<Scene>, list<Effect>}> */
	private static function all_scenes(): iterable {
		yield 'a paid order' => [
			PaidOrder::class,
			[ Effect::CreateInvoice, Effect::ValidateInvoice, Effect::RecordPayment, Effect::SendDocument ],
		];
		yield 'an e-mail that waits' => [ HeldOrder::class, [ Effect::HeldEmail ] ];
		yield 'refunds' => [
			RefundedOrder::class,
			[ Effect::FollowOrder, Effect::CreateCreditNote, Effect::ValidateCreditNote, Effect::PayBack ],
		];
		yield 'an edited order' => [ EditedOrder::class, [ Effect::CreateInvoice ] ];
	}

	/**
	 * @param list<array{place: string, question: string}> $asked
	 * @return array<string, array<string, string>> questions by Effect value and place, of the last row with that
	 *         effect.
	 */
	private function by_effect( array $asked ): array {
		global $wpdb;
		$found  = [];
		$effect = '';
		foreach ( $asked as [ 'place' => $place, 'question' => $question ] ) {
			if ( preg_match( FaultyDatabase::CLAIM, $question, $claimed ) === 1 ) {
				$effect           = (string) $wpdb->get_var(
					$wpdb->prepare(
						"SELECT effect FROM {$wpdb->prefix}orderinvoicer_sync WHERE id = %d",
						(int) $claimed[1]
					)
				);
				$found[ $effect ] = [];
			} elseif ( $effect !== '' ) {
				$found[ $effect ][ $place ] ??= $question;
			}
		}
		return $found;
	}
}
