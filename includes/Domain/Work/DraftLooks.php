<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\System\KeptValues;

/**
 * Where the looks at open drafts are kept from one pass to the next.
 *
 * An option for each kind: `<began> <whole> <marks> <position>`, moments as seconds and 0 for never. A position is
 * Sellsy's word and may hold anything; one of another account costs no more than a list that is begun again. /
 */
final class DraftLooks {

	public const PREFIX = 'orderinvoicer_draft_look_';

	public function __construct( private readonly KeptValues $values ) {}

	public function look( DocumentKind $kind ): ListLook {
		return ListLook::read( $this->values->get( self::PREFIX . $kind->value ) );
	}

	public function keep_look( DocumentKind $kind, ListLook $look ): void {
		$this->values->set( self::PREFIX . $kind->value, $look->text() );
	}
}
