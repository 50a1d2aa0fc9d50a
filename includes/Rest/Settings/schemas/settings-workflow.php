<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\SettingsArray;

// One kind of document: when it is made and what stands on it. Ids are Sellsy's; null leaves the choice to Sellsy.
return ( new SettingsArray() )->field( DocumentKind::Invoice->value )->schema();
