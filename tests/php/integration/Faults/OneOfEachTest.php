<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Faults;

use OrderInvoicer\Domain\Sync\Effect;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** Of each effect one read and one write that fails; all the others: FaultWalkTest. */
#[Group( 'real-woocommerce' )]
final class OneOfEachTest extends IntegrationTestCase {

	private const READ  = '/^\s*SELECT .*(?:_wc_orders|woocommerce_order_item|orderinvoicer_sync)/s';
	private const WRITE = '/^\s*(?:INSERT IGNORE INTO|UPDATE) `\w+orderinvoicer_sync`/s';
	private const CLAIM = "/^\s*UPDATE `\w+orderinvoicer_sync` SET state = 'working'.*\sWHERE id = (\d+)/s";

	/**
	 * @param class-string<Scene> $class
	 * @param list<Effect>        $effects
	 */
	#[DataProvider( 'scenes' )]
	public function test_one_read_and_one_write_of_each_effect( string $class, array $effects ): void {
		$scene    = new $class( new SandboxShop( $this->allow_sandbox() ) );
		$database = new FaultyDatabase( FaultyDatabase::ALL );
		$scene->open();
		$scene->prepare();
		$database->while( $scene->pass( ... ), 0 );
		$asked = $this->by_effect( $database->asked );
		self::assertSame( [], array_diff( array_column( $effects, 'value' ), array_keys( $asked ) ), 'The pass does all of it.' );
		foreach ( $effects as $effect ) {
			foreach ( [ self::READ, self::WRITE ] as $kind ) {
				$of_kind = array_keys( preg_grep( $kind, $asked[ $effect->value ] ) ?: [] );
				self::assertNotSame( [], $of_kind, $effect->value );
				$scene->prepare();
				$database->while( $scene->pass( ... ), 1 + $of_kind[ intdiv( count( $of_kind ), 2 ) ] );
				$scene->resume();
				$scene->check( "$effect->value: {$database->refused_question()}" );
			}
		}
	}

	/** @return iterable<string, array{class-string<Scene>, list<Effect>}> */
	public static function scenes(): iterable {
		yield 'a paid order' => [ PaidOrder::class, [ Effect::CreateInvoice, Effect::ValidateInvoice, Effect::RecordPayment, Effect::SendDocument ] ];
		yield 'refunds' => [ RefundedOrder::class, [ Effect::CreateCreditNote, Effect::ValidateCreditNote, Effect::PayBack ] ];
		yield 'an edited order' => [ EditedOrder::class, [ Effect::FollowOrder, Effect::CreateInvoice ] ];
	}

	/**
	 * @param list<string> $asked
	 * @return array<string, array<int, string>> by Effect value, and then by place: of the last row with that effect.
	 */
	private function by_effect( array $asked ): array {
		global $wpdb;
		$found  = [];
		$effect = '';
		foreach ( $asked as $place => $question ) {
			if ( preg_match( self::CLAIM, $question, $claimed ) === 1 ) {
				$effect           = (string) $wpdb->get_var( $wpdb->prepare( "SELECT effect FROM {$wpdb->prefix}orderinvoicer_sync WHERE id = %d", (int) $claimed[1] ) );
				$found[ $effect ] = [];
			} elseif ( $effect !== '' ) {
				$found[ $effect ][ $place ] = $question;
			}
		}
		return $found;
	}
}
