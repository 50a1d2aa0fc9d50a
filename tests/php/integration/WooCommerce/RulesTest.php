<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Settings\Rule;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** Which of the owner's rules takes an order of WooCommerce. */
#[Group( 'real-woocommerce' )]
final class RulesTest extends ShopperTestCase {

	private const TRANSFER = [
		'id'       => 1796000000,
		'gateways' => [ 'bacs' ],
		'buyer'    => '',
		'area'     => '',
		'makes'    => true,
		'trigger'  => 'confirmed',
		'finalise' => 'manual',
		'email'    => false,

		'owner_id'         => null,
		'model_id'         => null,
		'rate_category_id' => null,
		'unread'           => '',
	];

	public function test_rules_of_a_kind_that_is_off_stop_neither_orders_nor_shoppers_pages(): void {
		$this->shop->change_settings( [ 'proforma' => [ 'rules' => [ self::TRANSFER ] ] ] );
		wp_set_current_user( 0 );
		$order = $this->invoiced( $this->customer );
		self::assertSame( Rule::OTHERS, $this->shop->row( $order )->rule_id );

		wp_set_current_user( $this->customer );
		ob_start();
		do_action( 'woocommerce_view_order', $this->shop->order()->get_id() );
		self::assertNotSame( '', (string) ob_get_clean() );
	}

	/** @return iterable<string, array{int|false|null, int|null}> what the filter answers, the rule that is kept. */
	public static function chosen(): iterable {
		yield 'as the conditions say' => [ null, Rule::OTHERS ];
		yield 'that rule' => [ 1796000000, 1796000000 ];
		yield 'all other orders' => [ 0, Rule::OTHERS ];
		yield 'none' => [ false, null ];
		yield 'one that is unknown' => [ 5, null ];
	}

	#[DataProvider( 'chosen' )]
	public function test_other_code_chooses_the_rule( int|false|null $answer, ?int $kept ): void {
		$this->shop->change_settings( [ 'invoice' => [ 'rules' => [ self::TRANSFER ] ] ] );
		$asked  = [];
		$choose = static function ( mixed $rule, string $kind, \WC_Order $of ) use ( $answer, &$asked ): mixed {
			$asked[ $kind ] = [ $rule, $of->get_id() ];
			return $kind === 'invoice' ? $answer : null;
		};
		add_filter( 'orderinvoicer_rule', $choose, 10, 3 );
		try {
			$order = $this->shop->order();
			$order->update_status( 'processing' );
			if ( $kept !== null ) {
				$this->shop->work( $order );
			}
		} finally {
			remove_filter( 'orderinvoicer_rule', $choose );
		}
		self::assertSame( [ null, $order->get_id() ], $asked['invoice'] );
		self::assertArrayHasKey( 'creditnote', $asked );
		self::assertSame( $kept, $this->shop->find( $order, Effect::CreateInvoice )?->rule_id );
	}
}
