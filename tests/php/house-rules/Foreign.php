<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

/** Stands for a class of WordPress that ours extend, so that their constructors can be read without it. */
class Foreign {}
