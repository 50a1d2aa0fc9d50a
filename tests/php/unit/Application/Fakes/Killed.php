<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\unit\Application\Fakes;

/** The process is dead: nothing of it runs any more. */
final class Killed extends \Error {}
