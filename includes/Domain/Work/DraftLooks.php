<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/** Where the looks at open drafts are kept from one pass to the next. */
interface DraftLooks {

	public function look( DocumentKind $kind ): DraftLook;

	public function keep_look( DocumentKind $kind, DraftLook $look ): void;
}
