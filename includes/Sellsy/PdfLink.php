<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Assumptions\Observations;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Transport\Endpoints;
use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\Transport\HttpResponse;
use OrderInvoicer\Sellsy\Transport\HttpTransport;
use OrderInvoicer\Sellsy\Transport\TransportFailure;

/**
 * Reads what a document's `pdf_link` leads to. Inferred: Sellsy documents neither the host nor whether it wants the
 * token. So it is asked without one; only where the API's own host refuses that is it asked again with the token, which
 * no other host ever gets. Only hosts of Sellsy are asked at all, and a way to another one is not gone.
 *
 * @assumes pdf-link
 */
final class PdfLink {

	private const ROUTE = 'GET pdf_link';

	/** What begins a PDF. */
	private const SIGN = '%PDF';

	/** Its hosts, and every one below them. */
	private const HOSTS = [ 'sellsy.com', 'sellsy.fr' ];

	private const MOST_REDIRECTS = 2;

	/** @param \Closure(): string $token */
	public function __construct(
		private readonly HttpTransport $transport,
		private readonly \Closure $token,
		private readonly Endpoints $endpoints,
		private readonly Observations $observations,
		private readonly Assumption $shown = Assumption::PdfLink,
	) {}

	/**
	 * @throws RemoteFailure
	 * @throws NoFile
	 */
	public function read( string $url ): string {
		for ( $way = 0; $way <= self::MOST_REDIRECTS; $way++ ) {
			[ $answer, $seen ] = $this->answer( $url );
			if ( $answer->status < 300 || $answer->status >= 400 ) {
				$file = $this->file( $answer, $seen );
				$this->saw( true, $seen );
				return $file;
			}
			$url = $answer->header( 'location' );
		}
		$this->saw( false, 'redirected' );
		throw new NoFile( 'redirected', true );
	}

	private function saw( bool $is_as_assumed, string $seen ): void {
		$this->observations->saw( $this->shown, $is_as_assumed, $seen );
	}

	/** @return array{HttpResponse, string} with whether it wanted the token, as a code. */
	private function answer( string $url ): array {
		$origin = self::origin( $url );
		if ( ! $this->is_sellsy( $origin ) ) {
			if ( $origin !== '' ) { // What names no host leads to no other.
				$this->saw( false, 'foreign-host' );
			}
			throw new NoFile( 'foreign_host', false );
		}
		$answer = $this->get( $url, [] );
		return in_array( $answer->status, [ 401, 403 ], true ) && $origin === self::origin( $this->endpoints->api )
			? [ $this->get( $url, [ 'Authorization' => 'Bearer ' . ( $this->token )() ] ), 'with-token' ]
			: [ $answer, 'open' ];
	}

	/** @param array<string, string> $headers */
	private function get( string $url, array $headers ): HttpResponse {
		try {
			return $this->transport->send(
				new HttpRequest( method: 'GET', url: $url, headers: $headers, body: null )
			);
		} catch ( TransportFailure $failure ) {
			throw RemoteFailure::not_sent( $failure, self::ROUTE );
		}
	}

	/** @param string $seen whether it wanted the token. One that was taken back, or a firewall's no, shows nothing. */
	private function file( HttpResponse $answer, string $seen ): string {
		if ( $answer->status >= 500 || $answer->status === 429 ) {
			throw new RemoteFailure( FailureKind::OutcomeUnknown, status: $answer->status, route: self::ROUTE );
		}
		if ( $answer->status === 401 && $seen === 'open' ) {
			$this->saw( false, 'refused' );
		}
		if ( $answer->status !== 200 || ! str_starts_with( $answer->body, self::SIGN ) ) {
			if ( $answer->status === 200 && $this->shown === Assumption::V1File ) {
				$this->saw( false, 'page' ); // The link is documented as the public one: a page is likely there.
			}
			throw new NoFile( 'not_a_pdf', true );
		}
		return $answer->body;
	}

	/** @param string $origin empty where there is none. */
	private function is_sellsy( string $origin ): bool {
		$set = array_map( self::origin( ... ), [ $this->endpoints->api, $this->endpoints->app, $this->endpoints->v1 ] );
		if ( $origin !== '' && in_array( $origin, $set, true ) ) {
			return true;
		}
		foreach ( self::HOSTS as $host ) {
			if ( preg_match( '#^https://([a-z0-9-]+\.)*' . preg_quote( $host, '#' ) . ':443$#D', $origin ) === 1 ) {
				return true;
			}
		}
		return false;
	}

	/** `https://host:port`; empty for what is no address, or names a user. */
	private static function origin( string $url ): string {
		// phpcs:ignore WordPress.WP.AlternativeFunctions.parse_url_parse_url -- The unit tests have no WordPress.
		$parts  = parse_url( $url );
		$parts  = is_array( $parts ) ? $parts : [];
		$scheme = strtolower( $parts['scheme'] ?? '' );
		$host   = strtolower( $parts['host'] ?? '' );
		$is_web = in_array( $scheme, [ 'http', 'https' ], true ) && $host !== '' && ! isset( $parts['user'] );
		return $is_web ? "$scheme://$host:" . ( $parts['port'] ?? ( $scheme === 'https' ? 443 : 80 ) ) : '';
	}
}
