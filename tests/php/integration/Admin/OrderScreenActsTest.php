<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Admin;

/** The buttons in the box of an order: who may press them, and what they ask first. */
final class OrderScreenActsTest extends OrderScreenTestCase {

	public function test_only_the_invoice_that_was_seen_is_issued_anew(): void {
		$order = wc_create_order();
		$id    = $this->row(
			$order,
			[
				'state' => 'attention',
				'remote_type' => 'invoice',
				'remote_id' => 77,
				'remote_number' => 'F-1',
				'error_code' => 'differs_from_order',
				'error_message' => '{}',
			]
		);

		self::assertStringContainsString( "value=\"reissue:$id\"", $this->box( $order ) );
	}

	public function test_every_kind_that_is_switched_on_can_be_asked_for(): void {
		update_option(
			'orderinvoicer_settings',
			[
				'estimate'   => [ 'enabled' => true ],
				'creditnote' => [ 'enabled' => true ],
			]
		);
		$order = wc_create_order();
		$order->update_meta_data( 'orderinvoicer.delivery_url', 'https://www.sellsy.com/?_f=deliveryOverview&id=3' );
		$order->save();

		$box = $this->box( $order );

		preg_match_all( '/value="(make_now:[^"]+)"/', $box, $offered );
		self::assertSame( [ 'make_now:estimate', 'make_now:invoice' ], $offered[1] );
		self::assertStringContainsString( 'deliveryOverview', $box );
	}

	public function test_a_button_needs_the_right_to_edit_orders_and_a_nonce_of_this_order(): void {
		$order = wc_create_order();
		add_filter(
			'wp_die_handler',
			$die = static fn (): \Closure =>
				static fn ( mixed $message, mixed $title, mixed $args ) => throw new \RuntimeException( 'died' )
		);
		$_POST    = [
			'order_id' => (string) $order->get_id(),
			'act'      => 'make_now:invoice',
		];
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( 'orderinvoicer_order_' . ( $order->get_id() + 1 ) ) ];
		self::assertSame( 'died', $this->post() );

		wp_set_current_user(
			wp_insert_user(
				[
					'user_login' => 'shopper',
					'user_pass' => 'secret',
					'role' => 'customer',
				]
			)
		);
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( 'orderinvoicer_order_' . $order->get_id() ) ];
		self::assertSame( 'died', $this->post() );

		$this->sign_in_as_admin();
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( 'orderinvoicer_order_' . $order->get_id() ) ];
		add_filter(
			'map_meta_cap',
			$not_this = static fn ( array $caps, string $cap ): array =>
				$cap === 'edit_post' ? [ 'do_not_allow' ] : $caps,
			10,
			2
		);
		self::assertSame( 'died', $this->post() );

		remove_filter( 'map_meta_cap', $not_this );
		remove_filter( 'wp_die_handler', $die );
		$_REQUEST = [];
	}

	public function test_a_button_that_fails_says_so_on_the_next_screen(): void {
		if ( $this->is_standin() ) {
			self::markTestSkipped( 'The stand-in has no order screen.' );
		}
		require_once WC_ABSPATH . 'includes/admin/class-wc-admin-meta-boxes.php';
		$order    = wc_create_order();
		$_POST    = [
			'order_id' => (string) $order->get_id(),
			'act'      => 'make_now:invoice',
		];
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( 'orderinvoicer_order_' . $order->get_id() ) ];
		add_filter( 'wp_redirect', '__return_false' );
		add_filter(
			'woocommerce_order_get_billing_first_name',
			$fail = static fn () => throw new \LogicException( 'another plugin' )
		);

		self::assertSame( 'done', $this->post() );

		$said = new \ReflectionProperty( \WC_Admin_Meta_Boxes::class, 'meta_box_errors' );
		self::assertStringContainsString( 'this failed unexpectedly', implode( ' ', $said->getValue() ) );
		$said->setValue( null, [] );
		remove_filter( 'woocommerce_order_get_billing_first_name', $fail );
		remove_filter( 'wp_redirect', '__return_false' );
		$_POST    = [];
		$_REQUEST = [];
	}

	public function test_what_becomes_final_asks_first_with_kind_customer_and_total(): void {
		update_option(
			'orderinvoicer_settings',
			[
				'invoice' => [
					'enabled'    => true,
					'finalise'   => 'at_once',
					'start_date' => '2090-01-01',
				],
			]
		);
		$order = $this->order_worth( '120' );
		$order->set_billing_company( 'Alpha <SAS>' );
		$order->save();

		self::assertSame(
			[
				"Invoice for Alpha <SAS>: 120,00\u{00A0}€.",
				'No payment of this order is known.',
				'The order is older than the start date, 2090-01-01.',
				'Sellsy gives it its number at once. It is there to stay: a mistake is put right by a further document,'
					. ' such as a credit note.',
			],
			$this->question( $this->box( $order ), 'make_now:invoice' )
		);
		self::assertTrue( wp_script_is( 'orderinvoicer-order-box' ) );

		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'finalise' => 'manual' ] ] );
		$draft = wc_create_order();
		$id    = $this->row( $draft, self::DRAFT );
		self::assertSame( [], $this->question( $this->box( $order ), 'make_now:invoice' ) );
		self::assertStringStartsWith(
			'Invoice for nobody',
			$this->question( $this->box( $draft ), "finalise:$id" )[0] ?? ''
		);
	}

	/** No mistake is put right by "a credit note, for example": it is one. */
	public function test_a_credit_note_that_becomes_final_speaks_of_itself(): void {
		$order = $this->order_worth( '120' );
		$row   = $this->row(
			$order,
			[
				'effect' => 'create_creditnote',
				'state' => 'done',
				'remote_type' => 'creditnote',
				'remote_id' => 78,
			]
		);

		$asks = $this->question( $this->box( $order ), "finalise:$row" );

		self::assertSame(
			'Sellsy gives it its number at once. It is there to stay, and takes its amount off the invoice for good.',
			end( $asks )
		);
	}

	public function test_what_was_done_by_hand_is_not_made_final_after_all_without_asking(): void {
		$order = $this->order_worth( '120' );
		$order->set_billing_company( '---' );
		$order->set_billing_first_name( 'Zoé' );
		$order->set_billing_last_name( 'Roy' );
		$order->save();
		$id = $this->row(
			$order,
			[
				'effect'       => 'validate_invoice',
				'state'        => 'skipped',
				'error_code' => 'done_by_hand',
			]
		);
		self::assertSame(
			[
				"Invoice for Zoé Roy: 120,00\u{00A0}€.",
				'No payment of this order is known.',
				'Sellsy gives it its number at once. It is there to stay: a mistake is put right by a further document,'
					. ' such as a credit note.',
				'Somebody decided that nothing is made for this any more. If it was done by hand and that still'
					. ' stands in Sellsy, it will be there twice.',
			],
			$this->question( $this->box( $order ), "retry:$id:by_hand" )
		);
	}

	public function test_without_an_answer_nothing_becomes_final_and_the_page_asks(): void {
		update_option( 'orderinvoicer_settings', [ 'invoice' => [ 'finalise' => 'at_once' ] ] );
		$order    = $this->order_worth( '120' );
		$_POST    = [
			'order_id' => (string) $order->get_id(),
			'act'      => 'make_now:invoice',
		];
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( 'orderinvoicer_order_' . $order->get_id() ) ];
		$went     = [];
		add_filter(
			'wp_redirect',
			$stay = static function ( string $url ) use ( &$went ): bool {
				$went[] = $url;
				return false;
			}
		);

		$this->post();
		self::assertStringContainsString( 'orderinvoicer_ask=make_now:invoice', rawurldecode( $went[0] ?? '' ) );
		self::assertStringContainsString( 'no document', $this->box( $order ) );

		$_GET = [ 'orderinvoicer_ask' => 'make_now:invoice' ];
		$box  = $this->box( $order );
		self::assertStringContainsString( 'name="confirmed" value="make_now:invoice"', $box );
		self::assertStringContainsString( '120,00', $box );

		$_POST['confirmed'] = 'make_now:invoice';
		$this->post();
		self::assertStringNotContainsString( 'orderinvoicer_ask', $went[1] ?? '' );
		self::assertStringNotContainsString( 'no document', $this->box( $order ) );
		remove_filter( 'wp_redirect', $stay );
		$_GET     = [];
		$_POST    = [];
		$_REQUEST = [];
	}

	/** @return list<string> what the dialog asks before that button works. */
	private function question( string $box, string $act ): array {
		$found = preg_match(
			'/value="' . preg_quote( $act, '/' ) . '" formnovalidate(?: data-question="([^"]+)")?>/',
			$box,
			$parts
		);
		self::assertSame( 1, $found );
		return json_decode( html_entity_decode( $parts[1] ?? '[]', ENT_QUOTES ), true, 512, JSON_THROW_ON_ERROR );
	}

	private function post(): string {
		try {
			do_action( 'admin_post_orderinvoicer_order' );
			return 'done';
		} catch ( \RuntimeException $stopped ) {
			return $stopped->getMessage();
		}
	}
}
