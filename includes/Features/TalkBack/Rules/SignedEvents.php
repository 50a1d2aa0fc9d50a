<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/** How Sellsy signs and writes what it sends. */
interface SignedEvents {

	public function is_signed( string $body, string $signature, #[\SensitiveParameter] string $key ): bool;

	/** @return array{DocumentKind, int}|null the document that it is about; null: about something else. */
	public function document( string $body ): ?array;
}
