<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WooCommerce;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WooCommerce\CopiedOrders;
use OrderInvoicer\WooCommerce\DocumentMeta;
use OrderInvoicer\WooCommerce\WooOrderLinks;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\Problems\ProblemText;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/**
 * @assumes page-of-document
 */
final class OrderLinksTest extends IntegrationTestCase {

	private const REPORT = 'wc_report_sales_by_date';

	private const URL = 'https://sellsy.example/?_f=invoiceOverview&id=12';

	public function test_the_link_stands_in_the_public_meta_and_in_one_private_note(): void {
		$id = wc_create_order()->get_id();

		$this->links()->attach( $id, $this->document( '' ) );
		$this->links()->attach( $id, $this->document( '' ) );

		self::assertSame( self::URL, wc_get_order( $id )->get_meta( 'orderinvoicer.invoice_url' ) );
		self::assertSame( self::URL, $this->links()->url( $id, DocumentKind::Invoice ) );
		$notes = $this->notes( $id );
		self::assertCount( 1, $notes );
		self::assertFalse( $notes[0]->customer_note );
		self::assertStringContainsString( 'id=12', $notes[0]->content );
	}

	/** An order that was saved before this second, as nearly all are, is saved once more for its link. */
	#[Group( 'real-woocommerce' )]
	public function test_the_link_tells_other_plugins_once_and_leaves_the_reports(): void {
		$id = $this->old_order();

		$hooks  = [
			'woocommerce_before_order_object_save',
			'woocommerce_update_order',
			'woocommerce_after_order_object_save',
		];
		$before = array_map( 'did_action', $hooks );
		$this->links()->attach( $id, $this->document( '' ) );

		$told = static fn ( int $before, int $after ): int => $after - $before;
		self::assertSame( [ 1, 1, 1 ], array_map( $told, $before, array_map( 'did_action', $hooks ) ) );
		self::assertGreaterThan( time() - 60, wc_get_order( $id )->get_date_modified()->getTimestamp() );
		self::assertSame( 'kept', get_transient( self::REPORT ) );

		wc_get_order( $id )->update_status( 'on-hold' );
		self::assertFalse( get_transient( self::REPORT ), 'Other saves clear them as ever.' );
	}

	/** @return iterable<string, array{string}> */
	public static function hooks_of_a_save(): iterable {
		yield 'before it is stored' => [ 'woocommerce_before_order_object_save' ];
		yield 'after that' => [ 'woocommerce_update_order' ];
	}

	#[Group( 'real-woocommerce' )]
	#[DataProvider( 'hooks_of_a_save' )]
	public function test_what_other_code_changes_in_that_save_is_reported( string $hook ): void {
		$id     = $this->old_order();
		$change = static function () use ( &$change, $hook, $id ): void {
			remove_action( $hook, $change, 10 );
			wc_get_order( $id )->update_status( 'on-hold' );
		};
		add_action( $hook, $change, 10, 0 );

		$this->links()->attach( $id, $this->document( '' ) );

		self::assertFalse( get_transient( self::REPORT ) );
	}

	#[Group( 'real-woocommerce' )]
	public function test_a_meta_that_other_code_adds_to_that_save_is_stored_with_it(): void {
		$id  = $this->old_order();
		$add = static fn ( \WC_Order $order ) => $order->update_meta_data( '_other', 'kept' );
		add_action( 'woocommerce_before_order_object_save', $add );

		$this->links()->attach( $id, $this->document( '' ) );

		remove_action( 'woocommerce_before_order_object_save', $add );
		wp_cache_flush();
		self::assertSame( 'kept', wc_get_order( $id )->get_meta( '_other' ) );
	}

	/** As in WooCommerce's own save. */
	#[Group( 'real-woocommerce' )]
	#[DataProvider( 'hooks_of_a_save' )]
	public function test_other_code_that_fails_in_that_save_costs_no_link( string $hook ): void {
		$id   = $this->old_order();
		$fail = static fn () => throw new \RuntimeException( 'Another plugin.' );
		add_action( $hook, $fail );

		$this->links()->attach( $id, $this->document( '' ) );

		remove_action( $hook, $fail );
		wp_cache_flush();
		self::assertNotSame( '', wc_get_order( $id )->get_meta( 'orderinvoicer.invoice_url' ) );
	}

	/** With posts that follow orders: what another process stored meanwhile is in the post too. */
	#[Group( 'real-woocommerce' )]
	public function test_a_post_that_follows_gets_the_order_as_it_is_stored(): void {
		$id     = $this->old_order();
		$hook   = 'woocommerce_before_order_object_save';
		$sync   = static fn (): string => 'yes';
		$change = static function () use ( &$change, $hook, $id ): void {
			remove_action( $hook, $change, 10 );
			wc_get_order( $id )->update_status( 'on-hold' );
		};
		add_filter( 'pre_option_woocommerce_custom_orders_table_data_sync_enabled', $sync );
		add_action( $hook, $change, 10, 0 );

		$this->links()->attach( $id, $this->document( '' ) );

		remove_filter( 'pre_option_woocommerce_custom_orders_table_data_sync_enabled', $sync );
		wp_cache_flush();
		self::assertSame( [ 'wc-on-hold', 'on-hold' ], [ get_post_status( $id ), wc_get_order( $id )->get_status() ] );
	}

	/** It is told of as by WooCommerce's own save, without reading the order again. */
	#[Group( 'real-woocommerce' )]
	public function test_the_link_asks_no_more_than_it_writes(): void {
		global $wpdb;
		$order = wc_get_order( $this->old_order() );
		$meta  = new DocumentMeta( new Sql( $wpdb ) );
		$meta->write_url( $order, DocumentKind::Invoice, self::URL );
		$before = $wpdb->num_queries;

		$meta->save( $order );

		self::assertSame( 3, $wpdb->num_queries - $before );
	}

	#[Group( 'real-woocommerce' )]
	public function test_what_other_code_adds_to_that_save_is_reported(): void {
		$id     = $this->old_order();
		$change = static function ( \WC_Order $order ): void {
			$order->set_status( 'on-hold' );
		};
		add_action( 'woocommerce_before_order_object_save', $change );

		$this->links()->attach( $id, $this->document( '' ) );

		remove_action( 'woocommerce_before_order_object_save', $change );
		self::assertFalse( get_transient( self::REPORT ) );
	}

	public function test_the_number_is_noted_once_when_the_draft_becomes_final(): void {
		$id = wc_create_order()->get_id();
		$this->links()->attach( $id, $this->document( '' ) );

		$this->links()->note_finalised( $id, $this->document( 'F-2026-7' ) );
		$this->links()->note_finalised( $id, $this->document( 'F-2026-7' ) );
		$this->links()->attach( $id, $this->document( 'F-2026-7' ) );

		$with_number = array_filter(
			$this->notes( $id ),
			static fn ( \stdClass $note ): bool => str_contains( $note->content, 'F-2026-7' )
		);
		self::assertCount( 1, $with_number );
		self::assertCount( 2, $this->notes( $id ) );
	}

	public function test_the_link_of_a_document_that_is_gone_goes_and_that_of_another_stays(): void {
		$id     = wc_create_order()->get_id();
		$copied = wc_create_order();
		$this->links()->attach( $id, $this->document( '' ) );
		foreach ( wc_get_order( $id )->get_meta_data() as $meta ) {
			$copied->update_meta_data( $meta->key, $meta->value );
		}
		$copied->save();

		$this->links()->detach( $id, DocumentKind::Invoice, 13, 0 );
		$this->links()->detach( $copied->get_id(), DocumentKind::Invoice, 12, 0 );
		self::assertSame( self::URL, $this->links()->url( $id, DocumentKind::Invoice ) );
		self::assertSame(
			self::URL,
			wc_get_order( $copied->get_id() )->get_meta( 'orderinvoicer.invoice_url' ),
			'It is its original\'s.'
		);

		$told = [];
		add_action(
			'orderinvoicer_document_unlinked',
			static function ( \WC_Order $order, string $kind, int $document ) use ( &$told ): void {
				$told[] = [ $order->get_id(), $kind, $document ];
			},
			10,
			3
		);
		$this->links()->detach( $id, DocumentKind::Invoice, 12, 11 );
		self::assertSame(
			str_replace( '12', '11', self::URL ),
			$this->links()->url( $id, DocumentKind::Invoice ),
			'An earlier one stands.'
		);
		$this->links()->detach( $id, DocumentKind::Invoice, 11, 0 );
		$this->links()->detach( $id, DocumentKind::Invoice, 11, 0 );
		$this->links()->detach( 999999, DocumentKind::Invoice, 12, 0 );
		self::assertSame( '', wc_get_order( $id )->get_meta( 'orderinvoicer.invoice_url' ) );
		self::assertSame( [ [ $id, 'invoice', 11 ] ], $told );
	}

	public function test_a_lost_meta_is_written_again_without_another_note(): void {
		$order = wc_create_order();
		$this->links()->attach( $order->get_id(), $this->document( '' ) );
		$order = wc_get_order( $order->get_id() );
		$order->delete_meta_data( 'orderinvoicer.invoice_url' );
		$order->save();

		$this->links()->attach( $order->get_id(), $this->document( '' ) );

		self::assertSame( self::URL, wc_get_order( $order->get_id() )->get_meta( 'orderinvoicer.invoice_url' ) );
		self::assertCount( 1, $this->notes( $order->get_id() ) );
	}

	public function test_a_problem_is_noted_once_and_another_problem_again(): void {
		$id = wc_create_order()->get_id();

		$this->links()->note_problem( $id, new Problem( ProblemCode::RateCategoryUnset ) );
		$this->links()->note_problem( $id, new Problem( ProblemCode::RateCategoryUnset ) );
		self::assertCount( 1, $this->notes( $id ) );

		$this->links()->note_problem( $id, new Problem( ProblemCode::CustomerNameless ) );
		self::assertCount( 2, $this->notes( $id ) );
	}

	/** As in the order box. What a release before this one has noted is not noted again. */
	public function test_amounts_have_the_sign_of_the_orders_currency(): void {
		$order   = wc_create_order();
		$facts   = [
			'refund'    => '12.00',
			'remaining' => '1234.50',
		];
		$problem = new Problem( ProblemCode::RefundOverInvoice, $facts );
		$this->links()->note_problem( $order->get_id(), $problem );

		[ $note ] = array_column( $this->notes( $order->get_id() ), 'content' );
		$says     = html_entity_decode( $note, ENT_QUOTES, 'UTF-8' );
		self::assertStringContainsString( '12,00', $says );
		self::assertSame( 2, substr_count( $says, '€' ), $says );

		$this->links()->note_problem( $order->get_id(), $problem );
		self::assertCount( 1, $this->notes( $order->get_id() ) );
	}

	public function test_what_stops_nothing_is_said_once_whatever_is_said_in_between(): void {
		$id = wc_create_order()->get_id();
		foreach ( [ 1, 2, 3 ] as $try ) {
			$this->links()->note_problem( $id, new Problem( ProblemCode::NumbersContradict ) );
			$this->links()->note_problem( $id, new Problem( ProblemCode::ParentOfAnother, [ 'kind' => 'order' ] ) );
			$this->links()->note_problem( $id, new Problem( ProblemCode::CustomerNameless ) );
			self::assertCount( 3, $this->notes( $id ), "Try $try." );
		}
		$this->links()->note_problem( $id, new Problem( ProblemCode::RateCategoryUnset ) );
		$this->links()->note_problem( $id, new Problem( ProblemCode::CustomerNameless ) );
		self::assertCount( 5, $this->notes( $id ) );
	}

	public function test_notes_speak_the_language_of_the_shop_and_not_of_who_is_logged_in(): void {
		$id      = wc_create_order()->get_id();
		$french  = static fn(): string => 'fr_FR';
		$english = static fn(): string => 'en_US';
		add_filter( 'locale', $french, 9 );
		add_filter( 'determine_locale', $english, 9 );
		$this->links()->attach( $id, $this->document( '' ) );
		$this->links()->note_problem( $id, new Problem( ProblemCode::CustomerNameless ) );
		remove_filter( 'locale', $french, 9 );
		remove_filter( 'determine_locale', $english, 9 );

		$notes = implode( ' ', array_column( $this->notes( $id ), 'content' ) );
		self::assertStringContainsString( 'Brouillon', $notes );
		self::assertStringNotContainsString( 'Draft', $notes );
		self::assertStringContainsString( 'commande', $notes );
	}

	public function test_an_address_that_somebody_else_wrote_is_seen(): void {
		$order = wc_create_order();
		$order->update_meta_data( 'orderinvoicer.invoice_url', 'https://www.sellsy.com/?_f=invoiceOverview&id=3' );
		$order->save();

		self::assertSame(
			'https://www.sellsy.com/?_f=invoiceOverview&id=3',
			$this->links()->url( $order->get_id(), DocumentKind::Invoice )
		);
	}

	public function test_an_order_copied_with_all_its_meta_has_no_invoice(): void {
		$original = wc_create_order();
		$this->links()->attach( $original->get_id(), $this->document( '' ) );
		$copy = wc_create_order();
		foreach ( wc_get_order( $original->get_id() )->get_meta_data() as $meta ) {
			$copy->update_meta_data( $meta->key, $meta->value );
		}
		$copy->save();

		self::assertSame( '', $this->links()->url( $copy->get_id(), DocumentKind::Invoice ) );
	}

	public function test_a_renewal_inherits_the_buyers_numbers_and_nothing_about_documents(): void {
		$order = wc_create_order();
		$order->update_meta_data( '_orderinvoicer_siren', '732829320' );
		$order->save();
		$this->links()->attach( $order->get_id(), $this->document( '' ) );
		$this->links()->note_problem( $order->get_id(), new Problem( ProblemCode::RateCategoryUnset ) );
		$meta = [];
		foreach ( wc_get_order( $order->get_id() )->get_meta_data() as $row ) {
			$meta[ $row->key ] = $row->value;
		}
		self::assertGreaterThan( 4, count( $meta ) );

		$copied = ( new CopiedOrders() )->handle_wc_subscriptions_object_data( $meta );

		self::assertSame(
			[ '_orderinvoicer_siren' => '732829320' ],
			array_filter(
				$copied,
				static fn ( string $key ): bool => str_contains( $key, 'orderinvoicer' ),
				ARRAY_FILTER_USE_KEY
			)
		);
	}

	public function test_an_order_that_is_gone_is_no_error(): void {
		$this->links()->attach( 999999, $this->document( '' ) );

		self::assertSame( '', $this->links()->url( 999999, DocumentKind::Invoice ) );
	}

	private function links(): WooOrderLinks {
		return new WooOrderLinks(
			new DocumentMeta( new Sql( $GLOBALS['wpdb'] ) ),
			new DocumentPage( 'https://sellsy.example' ),
			new ProblemText(),
			new DocumentNames(),
			$this->createStub( Logger::class )
		);
	}

	private function document( string $number ): RemoteDocument {
		$amounts = new ComputedDocument( [], Decimal::zero(), Decimal::zero() );
		return new RemoteDocument(
			kind: DocumentKind::Invoice,
			id: 12,
			number: $number,
			status: $number === '' ? 'draft' : 'due',
			key: 'SHOP-1',
			amounts: $amounts,
			created: ''
		);
	}

	/** @return list<\stdClass> ours. */
	private function notes( int $order_id ): array {
		return array_values(
			array_filter(
				wc_get_order_notes( [ 'order_id' => $order_id ] ),
				static fn ( \stdClass $note ): bool => str_contains( $note->content, 'Sellsy' )
			)
		);
	}

	/** In a shop that has WooCommerce's reports (mu-plugins/local-site.php), one of which keeps its figures. */
	private function old_order(): int {
		global $wpdb;
		remove_filter( 'woocommerce_reports_charts', '__return_empty_array' );
		$id = wc_create_order()->get_id();
		$wpdb->update( "{$wpdb->prefix}wc_orders", [ 'date_updated_gmt' => '2020-01-01 00:00:00' ], [ 'id' => $id ] );
		wp_cache_flush();
		set_transient( self::REPORT, 'kept' );
		return $id;
	}
}
