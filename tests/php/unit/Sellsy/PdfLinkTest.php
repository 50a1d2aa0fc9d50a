<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\PdfLink;
use OrderInvoicer\Sellsy\Transport\Endpoints;
use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\TransportFailure;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeObservations;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * Inferred: where `pdf_link` leads, and whether it wants the token.
 *
 * @assumes pdf-link
 */
final class PdfLinkTest extends TestCase {

	private const PDF = '%PDF-1.4 …';

	private FakeObservations $observations;

	/** @return iterable<string, array{string, list<HttpResponse>, array<string, string>}> */
	public static function shown(): iterable {
		$moved = static fn ( string $to ): HttpResponse => new HttpResponse( 302, '', [ 'location' => $to ] );
		$pdf   = new HttpResponse( 200, self::PDF );
		$ours  = 'https://api.sellsy.com/v2/files/1.pdf';
		yield 'open' => [ 'https://file.sellsy.com/1', [ $pdf ], [ 'pdf-link' => 'as assumed: open' ] ];
		yield 'with the token' => [
			$ours,
			[ new HttpResponse( 401, '' ), $pdf ],
			[ 'pdf-link' => 'as assumed: with-token' ],
		];
		yield 'another host' => [ 'https://files.example/1', [], [ 'pdf-link' => 'otherwise: foreign-host' ] ];
		yield 'a way there' => [
			$ours,
			[ $moved( 'https://files.example/1' ) ],
			[ 'pdf-link' => 'otherwise: foreign-host' ],
		];
		yield 'a way to nowhere' => [ $ours, [ $moved( '' ) ], [] ];
		yield 'a way within' => [ $ours, [ $moved( '/login' ) ], [] ];
		yield 'refused' => [
			'https://file.sellsy.com/1',
			[ new HttpResponse( 401, '' ) ],
			[ 'pdf-link' => 'otherwise: refused' ],
		];
		yield 'refused by a firewall' => [ 'https://file.sellsy.com/1', [ new HttpResponse( 403, '' ) ], [] ];
		yield 'refused to a token that was taken back' => [
			$ours,
			[ new HttpResponse( 401, '' ), new HttpResponse( 401, '' ) ],
			[],
		];
		yield 'gone' => [ $ours, [ new HttpResponse( 404, '' ) ], [] ];
		yield 'a page instead, from whomever' => [ $ours, [ new HttpResponse( 200, '<html>' ) ], [] ];
		yield 'away' => [ $ours, [ new HttpResponse( 500, '' ) ], [] ];
	}

	/**
	 * @param list<HttpResponse>    $answers
	 * @param array<string, string> $seen
	 */
	#[DataProvider( 'shown' )]
	public function test_what_a_real_document_shows_is_noted( string $url, array $answers, array $seen ): void {
		try {
			$this->read( new QueuedTransport( ...$answers ), $url );
		} catch ( NoFile | RemoteFailure ) {
			$this->addToAssertionCount( 1 );
		}
		self::assertSame( $seen, $this->observations->seen );
	}

	public function test_it_is_read_without_the_token(): void {
		$transport = new QueuedTransport( new HttpResponse( 200, self::PDF ) );
		self::assertSame( self::PDF, $this->read( $transport, 'https://file.sellsy.com/?id=abc' ) );
		self::assertSame( [ false ], $this->tokens( $transport ) );
	}

	public function test_only_the_apis_own_host_ever_gets_the_token(): void {
		$transport = new QueuedTransport( new HttpResponse( 401, '' ), new HttpResponse( 200, self::PDF ) );
		self::assertSame( self::PDF, $this->read( $transport, 'https://api.sellsy.com/v2/files/1.pdf' ) );
		self::assertSame( [ false, true ], $this->tokens( $transport ) );

		foreach ( [ 'https://file.sellsy.com/x', 'https://api.sellsy.com:8443/x' ] as $url ) {
			$transport = new QueuedTransport( new HttpResponse( 403, '' ) );
			$this->assert_no_file( $transport, $url );
			self::assertNotContains( true, $this->tokens( $transport ), $url );
		}
	}

	#[DataProvider( 'foreign' )]
	public function test_a_host_that_is_not_sellsys_is_asked_nothing( string $url ): void {
		$transport = new QueuedTransport();
		$this->assert_no_file( $transport, $url );
		self::assertSame( [], $transport->requests );
	}

	/** @return iterable<int, array{string}> */
	public static function foreign(): iterable {
		foreach (
			[
				'https://files.example/x.pdf',
				'https://sellsy.com.example/x',
				'https://notsellsy.com/x',
				'http://file.sellsy.com/x',
				'https://file.sellsy.com:444/x',
				'https://api.sellsy.com@files.example/x',
				'https://user:secret@file.sellsy.com/x',
				'//file.sellsy.com/x',
				'file:///etc/passwd',
				'http://169.254.169.254/',
				'nonsense',
				'',
			] as $url
		) {
			yield [ $url ];
		}
	}

	public function test_a_way_on_is_gone_within_sellsy_alone_and_not_for_ever(): void {
		$on        = static fn ( string $to ): HttpResponse => new HttpResponse( 302, '', [ 'location' => $to ] );
		$transport = new QueuedTransport( $on( 'https://file.sellsy.com/1' ), new HttpResponse( 200, self::PDF ) );
		self::assertSame( self::PDF, $this->read( $transport, 'https://www.sellsy.com/?_f=file' ) );

		$transport = new QueuedTransport( $on( 'https://files.example/1' ) );
		$this->assert_no_file( $transport, 'https://www.sellsy.com/?_f=file' );
		self::assertCount( 1, $transport->requests );

		$round = $on( 'https://file.sellsy.com/1' );
		$this->assert_no_file( new QueuedTransport( $round, $round, $round ), 'https://file.sellsy.com/1' );
	}

	public function test_what_is_no_pdf_is_not_handed_out(): void {
		foreach ( [ [ 200, '<html>' ], [ 200, '' ], [ 202, self::PDF ], [ 404, '' ] ] as [ $status, $body ] ) {
			$this->assert_no_file(
				new QueuedTransport( new HttpResponse( $status, $body ) ),
				'https://file.sellsy.com/1'
			);
		}
	}

	public function test_sellsy_is_away(): void {
		foreach ( [ new HttpResponse( 500, '' ), new TransportFailure( 'too long', true ) ] as $answer ) {
			try {
				$this->read( new QueuedTransport( $answer ), 'https://file.sellsy.com/1' );
				self::fail( 'No file.' );
			} catch ( RemoteFailure $failure ) {
				self::assertStringNotContainsString( 'sellsy.com', $failure->getMessage() );
			}
		}
	}

	private function read( QueuedTransport $transport, string $url ): string {
		$endpoints = new Endpoints(
			api: 'https://api.sellsy.com/v2',
			login: 'https://login.sellsy.com',
			app: 'https://www.sellsy.com',
			v1: 'https://apifeed.sellsy.com/0'
		);
		$this->observations = new FakeObservations();
		$link               = new PdfLink(
			transport: $transport,
			token: static fn (): string => 'secret',
			endpoints: $endpoints,
			observations: $this->observations
		);
		return $link->read( $url );
	}

	private function assert_no_file( QueuedTransport $transport, string $url ): void {
		try {
			$this->read( $transport, $url );
			self::fail( $url );
		} catch ( NoFile ) {
			$this->addToAssertionCount( 1 );
		}
	}

	/** @return list<bool> whether each request brought the token. */
	private function tokens( QueuedTransport $transport ): array {
		return array_map(
			static fn ( HttpRequest $request ): bool => isset( $request->headers['Authorization'] ),
			$transport->requests
		);
	}
}
