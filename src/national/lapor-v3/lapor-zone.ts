/** LAPOR! writes its times without a zone: they are Jakarta's, wherever the city lies (contract page, E7). */
export const LAPOR_ZONE = 'Asia/Jakarta';
