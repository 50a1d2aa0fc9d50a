<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedPage;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\ListSince;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
use OrderInvoicer\Sellsy\Mapping\DocumentMapping;
use OrderInvoicer\Sellsy\Mapping\RowMapping;
use OrderInvoicer\Sellsy\Resources\AccountLists;
use OrderInvoicer\Sellsy\Resources\Documents;
use OrderInvoicer\Sellsy\SellsyNewestDocuments;
use OrderInvoicer\Sellsy\V1\Documents\V1Documents;
use OrderInvoicer\Sellsy\V1\Documents\V1Mapping;
use OrderInvoicer\Sellsy\V1\V1Probe;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeFindings;
use PHPUnit\Framework\Attributes\DataProvider;

require_once __DIR__ . '/transients.php';

/**
 * What Sellsy got since a moment, page after page.
 *
 * @assumes newest-first
 * @assumes v1-list
 * @assumes v1-steps
 */
final class DocumentsSinceTest extends AdapterTestCase {

	private const SINCE = '2026-11-24T10:00:00+00:00';

	private SellsyNewestDocuments $documents;

	private FakeFindings $findings;

	protected function setUp(): void {
		parent::setUp();
		$this->findings  = new FakeFindings();
		$lists           = new AccountLists(
			$this->client,
			new AccountMapping(),
			new AccountIdentity( new CredentialStore( new MemorySecrets(), null ) ),
			new V1Probe( $this->v1 )
		);
		$v1              = new V1Documents( $this->v1, new V1Mapping( $lists ) );
		$this->documents = new SellsyNewestDocuments(
			new Documents( $this->client ),
			new DocumentMapping( new RowMapping() ),
			$v1,
			new ListSince( $this->findings )
		);
	}

	#[DataProvider( 'filtered' )]
	public function test_invoices_and_estimates_are_filtered_by_their_creation(
		DocumentKind $kind,
		string $path,
	): void {
		$this->answer_list(
			[ self::listed( 9, '2026-11-25T10:00:00+00:00' ), self::listed( 8, '2026-11-24T11:00:00+00:00' ) ],
			'WzhdCg=='
		);

		$page = $this->page( $kind );

		self::assertSame( [ [ 9, 8 ], 'WzhdCg==' ], [ array_column( $page->documents, 'id' ), $page->next ] );
		self::assertSame( "POST $path/search?order=id&direction=desc&limit=100", $this->routes()[0] );
		self::assertSame( [ 'filters' => [ 'created' => [ 'start' => self::SINCE ] ] ], $this->sent( 0 ) );
	}

	/** @return iterable<string, array{DocumentKind, string}> */
	public static function filtered(): iterable {
		yield 'invoice' => [ DocumentKind::Invoice, '/invoices' ];
		yield 'estimate' => [ DocumentKind::Estimate, '/estimates' ];
	}

	public function test_a_person_looks_by_number_or_by_customer(): void {
		$this->answer_list( [ self::listed( 9, '2026-11-25T10:00:00+00:00' ) ], '' );
		$this->answer_list( [ self::listed( 8, '2026-11-25T10:00:00+00:00' ) ], '' );
		$customer = new CustomerRef( CustomerType::Company, 7 );
		$since    = new \DateTimeImmutable( self::SINCE );

		$numbered = $this->documents->numbered( DocumentKind::Invoice, 'F-9' );
		$others   = $this->documents->of_customer( DocumentKind::Order, $customer, $since );

		self::assertSame( [ [ 9 ], [ 8 ] ], [ array_column( $numbered, 'id' ), array_column( $others, 'id' ) ] );
		self::assertSame( [ 'filters' => [ 'number' => 'F-9' ] ], $this->sent( 0 ) );
		self::assertSame( [ 'filters' => [ 'related_objects' => [ $customer->facts() ] ] ], $this->sent( 1 ) );
		self::assertSame(
			[ true, true, false, false, false, false ],
			array_map(
				$this->documents->finds_by_number( ... ),
				[
					DocumentKind::Invoice,
					DocumentKind::Estimate,
					DocumentKind::Order,
					DocumentKind::CreditNote,
					DocumentKind::Delivery,
					DocumentKind::Proforma,
				]
			)
		);
	}

	#[DataProvider( 'unfiltered' )]
	public function test_the_others_come_newest_first_until_they_are_older( DocumentKind $kind, string $path ): void {
		$this->answer_list( [ self::listed( 9, '2026-11-25T10:00:00+00:00' ) ], 'WzldCg==' );
		$this->answer_list( [ self::listed( 8, '2026-11-24T09:59:59+00:00' ) ], 'WzhdCg==' );

		$first  = $this->page( $kind );
		$second = $this->page( $kind, $first->next );

		self::assertSame( [ 'WzldCg==', '' ], [ $first->next, $second->next ] );
		self::assertSame(
			"POST $path/search?offset=WzldCg%3D%3D&order=id&direction=desc&limit=100",
			$this->routes()[1]
		);
		self::assertSame( [ 'filters' => [] ], $this->sent( 1 ) );
	}

	/** @return iterable<string, array{DocumentKind, string}> */
	public static function unfiltered(): iterable {
		yield 'order' => [ DocumentKind::Order, '/orders' ];
		yield 'credit note' => [ DocumentKind::CreditNote, '/credit-notes' ];
	}

	/**
	 * What the account was seen to do otherwise is not leant on: without its filter the list goes on until it is older,
	 * without its order to its end.
	 *
	 * @param list<Assumption> $otherwise
	 */
	#[DataProvider( 'otherwise' )]
	public function test_a_list_is_read_as_the_account_gives_it(
		DocumentKind $kind,
		array $otherwise,
		string $next,
	): void {
		$this->findings->otherwise = $otherwise;
		$this->answer_list( [ self::listed( 8, '2020-01-01T10:00:00+00:00' ) ], 'WzhdCg==' );

		self::assertSame( $next, $this->page( $kind )->next );
		self::assertSame( [], $this->sent( 0 )['filters'] );
	}

	/** @return iterable<string, array{DocumentKind, list<Assumption>, string}> */
	public static function otherwise(): iterable {
		$both = [ Assumption::LostDocument, Assumption::NewestFirst ];
		yield 'the filter does not find' => [ DocumentKind::Invoice, [ Assumption::LostDocument ], '' ];
		yield 'in another order' => [ DocumentKind::CreditNote, [ Assumption::NewestFirst ], 'WzhdCg==' ];
		yield 'neither' => [ DocumentKind::Estimate, $both, 'WzhdCg==' ];
	}

	public function test_what_came_last_stands_on_one_page(): void {
		$this->answer_list( [ self::listed( 9, '2026-11-25T10:00:00+00:00' ) ], 'WzldCg==' );
		self::assertSame( [ 9 ], $this->last( DocumentKind::CreditNote ) );

		$this->findings->otherwise = [ Assumption::NewestFirst ];
		$this->answer_list( [ self::listed( 7, '2020-01-01T10:00:00+00:00' ) ], 'WzldCg==' );
		$this->answer_list( [ self::listed( 9, '2026-11-25T10:00:00+00:00' ) ] );
		self::assertSame( [ 7, 9 ], $this->last( DocumentKind::CreditNote ), 'In another order, on any.' );
	}

	public function test_what_came_last_of_v1_stands_on_one_page(): void {
		$this->answer_v1( self::page_of_v1( 2, 7003 ) );
		self::assertSame( [ 7003 ], $this->last( DocumentKind::Delivery ) );

		$this->findings->otherwise = [ Assumption::V1List ];
		$this->answer_v1( self::page_of_v1( 2, 7001 ) );
		$this->answer_v1( self::page_of_v1( 2, 7003 ) );
		self::assertSame( [ 7001, 7003 ], $this->last( DocumentKind::Delivery ), 'Among older ones, on any.' );
	}

	public function test_the_newest_come_first_whatever_the_order_of_the_list(): void {
		$this->findings->otherwise = [ Assumption::NewestFirst ];
		$this->answer_list( [ self::listed( 3, '2026-11-25T10:00:00+00:00' ) ], 'WzldCg==' );
		$this->answer_list( [ self::listed( 9, '2026-11-25T10:00:00+00:00' ) ] );

		self::assertSame( [ 9, 3 ], array_column( $this->documents->newest( DocumentKind::Order, 5 ), 'id' ) );
	}

	/** @return list<int> */
	private function last( DocumentKind $kind ): array {
		return array_column( $this->documents->last( $kind, new \DateTimeImmutable( self::SINCE ) ), 'id' );
	}

	public function test_a_moment_that_cannot_be_read_ends_no_list(): void {
		$this->answer_list( [ self::listed( 9, 'yesterday evening' ) ], 'WzldCg==' );

		self::assertSame( 'WzldCg==', $this->page( DocumentKind::CreditNote )->next );
	}

	/** That the filter does what its name says, and that a position holds while drafts leave the list, is inferred. */
	#[DataProvider( 'with_drafts' )]
	public function test_what_is_a_draft_comes_newest_first( DocumentKind $kind, string $path ): void {
		$this->answer_list( [ [ 'status' => 'draft' ] + self::listed( 9, '2020-01-01T10:00:00+00:00' ) ], 'WzldCg==' );
		$this->answer_list( [] );

		$first = $this->documents->drafts( $kind, '' );
		$last  = $this->documents->drafts( $kind, $first->next );

		self::assertSame( [ [ 9 ], 'WzldCg==' ], [ array_column( $first->documents, 'id' ), $first->next ] );
		self::assertEquals( new ListedPage( [], '' ), $last );
		self::assertTrue( $first->documents[0]->document?->is_draft() );
		self::assertSame( "POST $path/search?order=id&direction=desc&limit=100", $this->routes()[0] );
		self::assertStringStartsWith( "POST $path/search?offset=WzldCg%3D%3D&order=id&", $this->routes()[1] );
		self::assertSame( [ 'filters' => [ 'status' => [ 'draft' ] ] ], $this->sent( 1 ) );
	}

	/** @return iterable<string, array{DocumentKind, string}> */
	public static function with_drafts(): iterable {
		yield 'invoice' => [ DocumentKind::Invoice, '/invoices' ];
		yield 'credit note' => [ DocumentKind::CreditNote, '/credit-notes' ];
	}

	public function test_a_draft_that_cannot_be_read_hides_no_other(): void {
		$damaged = self::listed( 9, '2026-11-25T10:00:00+00:00' );
		unset( $damaged['amounts'] );
		$this->answer_list( [ $damaged, self::listed( 8, '2026-11-24T11:00:00+00:00' ) ], 'WzhdCg==' );
		$page = $this->documents->drafts( DocumentKind::Invoice, '' );

		self::assertSame( [ [ 8 ], 'WzhdCg==' ], [ array_column( $page->documents, 'id' ), $page->next ] );
	}

	public function test_a_document_that_cannot_be_read_hides_no_other_from_the_look(): void {
		$damaged = self::listed( 9, '2026-11-25T10:00:00+00:00' );
		unset( $damaged['amounts'] );
		$list = [ $damaged, self::listed( 8, '2026-11-24T11:00:00+00:00' ) ];
		$this->answer_list( $list, 'WzhdCg==' );
		$this->answer_list( $list, 'WzhdCg==' );
		$page = $this->documents->readable( DocumentKind::Invoice, new \DateTimeImmutable( self::SINCE ), '' );

		self::assertSame( [ [ 8 ], 'WzhdCg==' ], [ array_column( $page->documents, 'id' ), $page->next ] );
		$this->expectException( RemoteFailure::class );
		$this->page( DocumentKind::Invoice );
	}

	public function test_of_an_empty_list_nothing_is_left(): void {
		$this->answer_list( [] );

		self::assertSame( '', $this->page( DocumentKind::CreditNote )->next );
	}

	public function test_delivery_notes_come_from_v1_with_the_key_of_their_subject(): void {
		$this->answer_v1( self::page_of_v1( 2, 7003 ) );
		$this->answer_v1( self::page_of_v1( 2, 7002 ) );

		$first  = $this->page( DocumentKind::Delivery );
		$second = $this->page( DocumentKind::Delivery, $first->next );

		self::assertSame(
			[ [ 7003 ], 'SHOP-1001', '2' ],
			[ array_column( $first->documents, 'id' ), $first->documents[0]->key, $first->next ]
		);
		self::assertSame( [ [ 7002 ], '' ], [ array_column( $second->documents, 'id' ), $second->next ] );
		$asked = [
			'doctype'    => 'delivery',
			'search'     => [ 'periodecreationDate_start' => strtotime( self::SINCE ) ],
			'pagination' => [
				'nbperpage' => 100,
				'pagenum'   => 2,
			],
		];
		self::assertSame( $asked, $this->called( 1 )['params'] );
	}

	public function test_nor_does_a_delivery_note_that_cannot_be_read(): void {
		$list                    = self::page_of_v1( 1, 7003 );
		$list['result']['7002'] = [ 'step' => 'draft' ];
		$this->answer_v1( $list );
		$this->answer_v1( $list );
		$page = $this->documents->readable( DocumentKind::Delivery, new \DateTimeImmutable( self::SINCE ), '' );

		self::assertSame( [ 7003 ], array_column( $page->documents, 'id' ) );
		$this->expectException( RemoteFailure::class );
		$this->page( DocumentKind::Delivery );
	}

	private function page( DocumentKind $kind, string $position = '' ): ListedPage {
		return $this->documents->page( $kind, new \DateTimeImmutable( self::SINCE ), $position );
	}

	/** @return array<string, mixed> */
	private static function listed( int $id, string $created ): array {
		return [
			'id'              => $id,
			'number'          => "N-$id",
			'status'          => 'due',
			'order_reference' => "SHOP-$id",
			'subject'         => "Commande $id [SHOP-$id]",
			'created'         => $created,
			'amounts'         => [
				'total_excl_tax' => '10.00',
				'total_incl_tax' => '12.00',
				'total'          => '12.00',
			],
		];
	}

	/** @return array<string, mixed> */
	private static function page_of_v1( int $pages, int $id ): array {
		return [
			'infos'  => [ 'nbpages' => $pages ],
			'result' => [
				$id => [
					'id'                   => (string) $id,
					'ident'                => "BL-$id",
					'step'                 => 'draft',
					'subject'              => 'Commande 1001 [SHOP-1001]',
					'totalAmountTaxesFree' => '10.000000000',
					'totalAmount'          => '12.000000000',
				],
			],
		];
	}
}
