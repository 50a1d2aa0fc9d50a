<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/**
 * A document's page in Sellsy's back office: the only address that survives from draft to final.
 *
 * @assumes page-of-document
 */
final class DocumentPage {

	private const PAGE = 'Overview';

	/** @param string $sellsy_app_url without a slash at the end. */
	public function __construct( private readonly string $sellsy_app_url ) {}

	public function url( DocumentKind $kind, int $id ): string {
		return "{$this->sellsy_app_url}/?_f={$kind->value}" . self::PAGE . "&id=$id";
	}

	/**
	 * The document that an address of this form leads to. It is only read, never followed.
	 *
	 * @return array{DocumentKind, int}|null null for any other text.
	 */
	public function read( string $address ): ?array {
		$parts = wp_parse_url( trim( $address ) );
		$app   = wp_parse_url( $this->sellsy_app_url );
		if (
			! is_array( $parts )
			|| ! is_array( $app )
			|| strtolower( $parts['host'] ?? '' ) !== strtolower( $app['host'] ?? '' )
		) {
			return null;
		}
		wp_parse_str( $parts['query'] ?? '', $query );
		$page = $query['_f'] ?? '';
		$id   = $query['id'] ?? '';
		$kind = is_string( $page ) && str_ends_with( $page, self::PAGE )
			? DocumentKind::tryFrom( substr( $page, 0, -strlen( self::PAGE ) ) )
			: null;
		return $kind === null || ! is_string( $id ) || ! ctype_digit( $id ) || (int) $id === 0
			? null
			: [ $kind, (int) $id ];
	}
}
