<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Seen;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\TalkBackSettings;

/** A round over our documents. Together they see each of them: soon where something is expected, at last weekly. */
enum Round: string {
	/** Just made, and not seen yet. */
	case Fresh = 'fresh';
	/** A payment or an answer is awaited: also of what was seen as a draft, and has a number by now. */
	case Open = 'open';
	/** Of the last 90 days. */
	case Recent = 'recent';
	case Old    = 'old';

	public const FRESH_FOR  = '-2 days';
	public const RECENT_FOR = '-90 days';

	/** From the beginning of one round to that of the next; with the passes that it takes, the hour, day or week. */
	public function every(): string {
		return match ( $this ) {
			self::Fresh, self::Open => '-45 minutes',
			self::Recent            => '-22 hours',
			self::Old               => '-6 days',
		};
	}

	/** @return list<string> Sellsy's words for documents of which something is awaited. */
	public static function awaited( DocumentKind $kind ): array {
		return match ( $kind ) {
			DocumentKind::Invoice => [ 'due', 'payinprogress', 'late' ],
			DocumentKind::Estimate, DocumentKind::Order => [ 'draft', 'sent', 'read', 'advanced' ],
			DocumentKind::Proforma => [ 'draft', 'sent', 'read', 'advanced', 'accepted', 'partialinvoiced' ],
			default => [],
		};
	}

	/** @return list<DocumentKind> whose lists API v2 has. */
	public static function kinds(): array {
		$is_listed = static fn ( DocumentKind $kind ): bool => ! $kind->needs_v1();
		return array_values( array_filter( DocumentKind::cases(), $is_listed ) );
	}

	/** @return list<DocumentKind> that are looked at. Of delivery notes nothing is noticed. */
	public static function watched( TalkBackSettings $settings ): array {
		return [ ...self::kinds(), ...( $settings->watches_proformas() ? [ DocumentKind::Proforma ] : [] ) ];
	}
}
