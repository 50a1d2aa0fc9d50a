<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\WordPress;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\WpdbRemoteIds;
use OrderInvoicer\WordPress\Tables\WpdbOwnDocuments;

final class WpdbOwnDocumentsTest extends IntegrationTestCase {

	protected function setUp(): void {
		parent::setUp();
		global $wpdb;
		$wpdb->insert(
			"{$wpdb->prefix}orderinvoicer_sync",
			[
				'order_id'      => 1,
				'effect'        => 'create_invoice',
				'sent_key'      => 'SHOP-1',
				'error_message' => '',
				'due_at'        => '2026-11-25 10:00:00',
				'created_at'    => '2026-11-25 10:00:00',
				'updated_at'    => '2026-11-25 10:00:00',
			]
		);
		( new WpdbRemoteIds( new Sql( $wpdb ), new SystemClock() ) )
			->remember( 'acc', LostDocumentFinder::KIND, (string) $wpdb->insert_id, 'company', 40 );
	}

	/** @return list<int> ids. */
	private function strangers( string $account ): array {
		$connected = $this->createStub( Account::class );
		$connected->method( 'id' )->willReturn( $account );
		$documents = array_map(
			static fn ( int $id, int $customer ): ListedDocument => new ListedDocument(
				kind: DocumentKind::Invoice,
				id: $id,
				number: '',
				key: 'SHOP-1',
				customer: new CustomerRef( CustomerType::Company, $customer )
			),
			[ 900, 901 ],
			[ 40, 41 ]
		);
		return array_column(
			( new WpdbOwnDocuments( new Sql( $GLOBALS['wpdb'] ), $connected ) )->strangers_among( $documents ),
			'id'
		);
	}

	public function test_one_with_a_rows_reference_and_customer_is_ours_in_this_account_only(): void {
		self::assertSame( [ 901 ], $this->strangers( 'acc' ) );
		self::assertSame( [ 900, 901 ], $this->strangers( 'other' ) );
	}

	/** API v1's lists do not say for whom. */
	public function test_where_no_customer_is_named_the_reference_is_enough(): void {
		$listed = array_map(
			static fn ( string $key ): ListedDocument => new ListedDocument(
				kind: DocumentKind::Proforma,
				id: 900,
				number: '',
				key: $key,
				customer: null
			),
			[ 'SHOP-1', 'shop-1', 'SHOP-2' ]
		);
		self::assertSame(
			[ 'shop-1', 'SHOP-2' ],
			array_column(
				( new WpdbOwnDocuments( new Sql( $GLOBALS['wpdb'] ), $this->createStub( Account::class ) ) )
					->strangers_among( $listed ),
				'key'
			)
		);
	}

	/** A copy that a person made, or one whose row Sellsy had refused before a backup was put back. */
	public function test_what_no_row_holds_is_unknown_whatever_was_sent_with_its_reference(): void {
		global $wpdb;
		$wpdb->update(
			"{$wpdb->prefix}orderinvoicer_sync",
			[
				'remote_type' => 'invoice',
				'remote_id' => 901,
			],
			[ 'sent_key' => 'SHOP-1' ]
		);
		$documents = array_map(
			static fn ( int $id ): ListedDocument => new ListedDocument(
				kind: DocumentKind::Invoice,
				id: $id,
				number: '',
				key: 'SHOP-1',
				customer: new CustomerRef( CustomerType::Company, 40 )
			),
			[ 900, 901 ]
		);

		self::assertSame(
			[ 900 ],
			array_column(
				( new WpdbOwnDocuments( new Sql( $wpdb ), $this->createStub( Account::class ) ) )
					->unknown_among( $documents ),
				'id'
			)
		);
	}

	public function test_what_a_row_has_sent_without_an_answer_is_awaited(): void {
		global $wpdb;
		$own    = new WpdbOwnDocuments( new Sql( $wpdb ), $this->createStub( Account::class ) );
		$listed = [
			new ListedDocument( kind: DocumentKind::Invoice, id: 900, number: '', key: 'SHOP-1', customer: null ),
			new ListedDocument( kind: DocumentKind::Estimate, id: 901, number: '', key: 'SHOP-1', customer: null ),
			new ListedDocument( kind: DocumentKind::Invoice, id: 902, number: '', key: 'shop-1', customer: null ),
		];
		$state  = static fn ( array $columns ) =>
			$wpdb->update( "{$wpdb->prefix}orderinvoicer_sync", $columns, [ 'sent_key' => 'SHOP-1' ] );

		$state(
			[
				'effect' => 'create_invoice',
				'sent_at' => '2026-11-03 10:00:00',
				'remote_id' => 0,
				'state' => 'queued',
			]
		);
		self::assertSame( [ 900 ], array_column( $own->awaited_among( $listed ), 'id' ) );
		$state( [ 'state' => 'skipped' ] );
		self::assertSame( [], $own->awaited_among( $listed ), 'Nobody looks for what was left out.' );
		$state(
			[
				'state'     => 'queued',
				'remote_id' => 899,
			]
		);
		self::assertSame( [], $own->awaited_among( $listed ) );
		$state(
			[
				'remote_id' => 0,
				'sent_at' => null,
			]
		);
		self::assertSame( [], $own->awaited_among( $listed ) );
		self::assertSame( [], $own->awaited_among( [] ) );
	}

	/** Databases that were moved between servers often have tables of one collation and connections of another. */
	public function test_the_connections_collation_may_be_another_than_the_tables(): void {
		global $wpdb;
		$before = $wpdb->get_var( 'SELECT @@collation_connection' );
		try {
			foreach ( [ 'utf8mb4_unicode_ci', 'utf8mb4_general_ci', 'utf8mb4_bin' ] as $collation ) {
				$wpdb->query( $wpdb->prepare( 'SET collation_connection = %s', $collation ) );
				self::assertSame( [ 901 ], $this->strangers( 'acc' ), $collation );
			}
		} finally {
			$wpdb->query( $wpdb->prepare( 'SET collation_connection = %s', $before ) );
		}
	}
}
