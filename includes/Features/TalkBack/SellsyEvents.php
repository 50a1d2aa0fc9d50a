<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Features\TalkBack\Rules\SignedEvents;

/**
 * What Sellsy sends. Its OpenAPI is silent about it: the signature is SHA-1 over the key followed by the body, in
 * hexadecimal, and the body JSON, as webhooks are made with `json_content_type`. Of the body two fields are read.
 *
 * @assumes signature
 */
final class SellsyEvents implements SignedEvents {

	public function is_signed( string $body, string $signature, #[\SensitiveParameter] string $key ): bool {
		return $key !== '' && hash_equals( sha1( $key . $body ), strtolower( trim( $signature ) ) );
	}

	public function document( string $body ): ?array {
		$event = json_decode( $body, true, 16 );
		$event = is_array( $event ) ? $event : [];
		$type  = $event['relatedtype'] ?? null;
		$id    = $event['relatedid'] ?? null;
		$kind  = is_string( $type ) ? DocumentKind::tryFrom( strtolower( $type ) ) : null;
		$id    = is_int( $id ) || ( is_string( $id ) && preg_match( '/^\d{1,15}$/', $id ) === 1 ) ? (int) $id : 0;
		return $kind !== null && $id > 0 ? [ $kind, $id ] : null;
	}
}
