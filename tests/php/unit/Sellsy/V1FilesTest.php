<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Sellsy\PdfLink;
use OrderInvoicer\Sellsy\Transport\Endpoints;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\V1Files;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeObservations;
use PHPUnit\Framework\Attributes\DataProvider;

/**
 * Inferred: where the public link of v1 leads.
 *
 * @assumes v1-file
 */
final class V1FilesTest extends AdapterTestCase {

	private const PDF = '%PDF-1.4 …';

	#[DataProvider( 'links' )]
	public function test_it_leads_to_the_file_below_sellsys_app( string $link, string $url ): void {
		$this->answer_v1( self::document() );
		$this->answer_v1( [ 'pdf' => $link ] );
		$files = new QueuedTransport( new HttpResponse( 200, self::PDF ) );
		$seen  = new FakeObservations();
		self::assertSame( self::PDF, $this->files( $files, $seen )->pdf( self::proforma() ) );
		self::assertSame( [ $url ], array_column( $files->requests, 'url' ) );
		self::assertSame( [ 'v1-file' => 'as assumed: open' ], $seen->seen );
	}

	/** @return iterable<string, array{string, string}> */
	public static function links(): iterable {
		yield 'in part'        => [ '?_f=file&id=1', 'https://www.sellsy.com/?_f=file&id=1' ];
		yield 'from the root'  => [ '/?_f=file&id=1', 'https://www.sellsy.com/?_f=file&id=1' ];
		yield 'a whole address' => [ 'https://file.sellsy.com/1', 'https://file.sellsy.com/1' ];
	}

	/** @param array<string, string> $document what is otherwise. */
	#[DataProvider( 'others' )]
	public function test_nobody_pays_by_another_one_or_by_one_that_was_cancelled( array $document ): void {
		$this->answer_v1( $document + self::document() );
		$this->assert_none( new QueuedTransport(), false );
		self::assertCount( 1, $this->transport->requests );
	}

	/** @return iterable<string, array{array<string, string>}> */
	public static function others(): iterable {
		yield 'of another account' => [ [ 'ident' => 'PF-2' ] ];
		yield 'cancelled' => [ [ 'step' => 'cancelled' ] ];
	}

	public function test_without_a_link_or_behind_one_to_a_page_or_elsewhere_there_is_no_file(): void {
		$this->answer_v1( self::document() );
		$this->answer_v1( [ 'pdf' => '' ] );
		self::assertSame( [], $this->assert_none( new QueuedTransport(), true ) );

		$this->answer_v1( self::document() );
		$this->answer_v1( [ 'pdf' => '?_f=file&id=1' ] );
		$page = new QueuedTransport( new HttpResponse( 200, '<html>' ) );
		self::assertSame( [ 'v1-file' => 'otherwise: page' ], $this->assert_none( $page, true ) );

		$this->answer_v1( self::document() );
		$this->answer_v1( [ 'pdf' => 'https://files.example/1' ] );
		$seen = $this->assert_none( new QueuedTransport(), false );
		self::assertSame( [ 'v1-file' => 'otherwise: foreign-host' ], $seen );
	}

	/** @return array<string, string> what was seen. */
	private function assert_none( QueuedTransport $files, bool $may_come ): array {
		$seen = new FakeObservations();
		try {
			$this->files( $files, $seen )->pdf( self::proforma() );
			self::fail( 'No file.' );
		} catch ( NoFile $none ) {
			self::assertSame( $may_come, $none->may_come );
		}
		return $seen->seen;
	}

	private function files( QueuedTransport $transport, FakeObservations $seen ): V1Files {
		$app  = 'https://www.sellsy.com';
		$link = new PdfLink(
			transport: $transport,
			token: static fn (): string => self::fail( 'No other host gets the token.' ),
			endpoints: new Endpoints(
				api: 'https://api.sellsy.com/v2',
				login: 'https://login.sellsy.com',
				app: $app,
				v1: 'https://apifeed.sellsy.com/0'
			),
			observations: $seen,
			shown: Assumption::V1File
		);
		return new V1Files( $this->v1, $link, $app );
	}

	/** @return array<string, string> */
	private static function document(): array {
		return [
			'id'    => '7',
			'ident' => 'PF-1',
			'step'  => 'draft',
		];
	}

	private static function proforma(): ShopperDocument {
		return new ShopperDocument(
			task_id: 1,
			kind: DocumentKind::Proforma,
			id: 7,
			number: 'PF-1',
			date: null,
			currency: null,
			incl_tax: null
		);
	}
}
